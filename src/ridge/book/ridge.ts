import { Book, perMode, scalar } from "../../formula/index.ts";

/**
 * The closed forms of ridge self-distillation, each written once. Idea: [DS], section on linear regression; [DPR] for the
 * sign of N. Everything is in spectral coordinates: mode j is the j-th singular direction of the design X, s_j the square
 * of its singular value.
 */
export const ridgeBook = Book.define(
  {
    lambda: scalar("\\lambda", "positive", "regularization"),
    xi: scalar("\\xi", "real", "imitation parameter: weight of the teacher's predictions"),
    noiseVariance: scalar("\\gamma^2", "nonnegative", "variance of the noise in each label"),
    residualSignal: scalar("\\theta_\\perp^2", "nonnegative", "squared norm of the signal outside the row space of X"),
    s: perMode("s", "positive", "squared singular value of the design"),
    theta: perMode("\\theta", "real", "signal: the true parameter along the mode"),
    shortfall: perMode("h'", "real", "the shortfall of the round before: 1 minus its shrinkage"),
  },
  {
    a: { latex: "a", meaning: "the teacher's shrinkage", text: "s_j/(s_j + lambda)" },
    b: { latex: "b", meaning: "the teacher's shortfall: 1 minus its shrinkage", text: "lambda/(s_j + lambda)" },
    t: { latex: "t", meaning: "shrinkage lost per unit of imitation", text: "a_j*b_j" },
    g: { latex: "g", meaning: "the student's shrinkage", text: "a_j*(1 - xi*b_j)" },
    h: { latex: "h", meaning: "the student's shortfall", text: "b_j*(1 + xi*a_j)" },
    nextShrinkage: {
      latex: "g''",
      meaning: "the shrinkage of a student that imitates the one of the round before",
      text: "a_j*(1 - xi*shortfall_j)",
    },
    nextShortfall: { latex: "h''", meaning: "that student's shortfall", text: "b_j + xi*a_j*shortfall_j" },
    limitShrinkage: {
      latex: "g^\\infty",
      meaning: "the shrinkage that rounds with a constant imitation parameter keep",
      text: "a_j*(1 - xi)/(1 - a_j*xi)",
    },
    tangent: {
      latex: "\\tau",
      meaning: "the ridge path's tangent, followed for ξ",
      text: "a_j + xi*lambda*diff(a_j, lambda)",
    },
    squaredBias: { latex: "B", meaning: "squared bias", text: "residualSignal + sum(h_j^2*theta_j^2)" },
    variance: { latex: "V", meaning: "variance", text: "sum(g_j^2*noiseVariance/s_j)" },
    error: { latex: "e", meaning: "expected squared distance to the truth", text: "squaredBias + variance" },
    errorVariance: {
      latex: "W",
      meaning: "variance of the squared distance to the truth, for Gaussian noise",
      text: "sum(2*(g_j^2*noiseVariance/s_j)^2 + 4*(h_j*theta_j)^2*(g_j^2*noiseVariance/s_j))",
    },
    varianceXi: {
      latex: "\\xi_V",
      meaning: "the imitation parameter with the least variance",
      text: "sum(t_j*a_j/s_j)/sum(t_j^2/s_j)",
    },
    biasXi: {
      latex: "\\xi_B",
      meaning: "the imitation parameter with the least squared bias",
      text: "-sum(t_j*b_j*theta_j^2)/sum(t_j^2*theta_j^2)",
    },
    N: {
      latex: "N",
      meaning: "half the rate at which imitation lowers the error at ξ = 0",
      text: "sum(t_j*(a_j*noiseVariance/s_j - b_j*theta_j^2))",
    },
    D: {
      latex: "D",
      meaning: "half the curvature of the error in ξ",
      text: "sum(t_j^2*(theta_j^2 + noiseVariance/s_j))",
    },
    optimalXi: { latex: "\\xi^*", meaning: "the best imitation parameter", text: "N/D" },
    gain: { latex: "G", meaning: "error of the teacher minus error of the best student", text: "N^2/D" },
    imitationGain: {
      latex: "G_1",
      meaning: "error of the teacher minus error of the student that imitates it alone (ξ = 1)",
      text: "2*N - D",
    },
    imitationLoss: {
      latex: "L_1",
      meaning: "error of the student that imitates alone (ξ = 1) minus that of the best student",
      text: "(N - D)^2/D",
    },
    noiseThreshold: {
      latex: "\\gamma_c^2",
      meaning: "noise variance above which the best imitation parameter exceeds 1",
      text: "lambda*sum(t_j^2*(2 + lambda/s_j)*theta_j^2)/sum(t_j^2)",
    },
    oracleShrinkage: {
      latex: "g^\\circ",
      meaning: "the best shrinkage of the mode, which knows the truth",
      text: "s_j*theta_j^2/(s_j*theta_j^2 + noiseVariance)",
    },
    oracleError: {
      latex: "e^\\circ",
      meaning: "expected error of the oracle, which shrinks each mode best",
      text: "residualSignal + sum(theta_j^2*noiseVariance/(s_j*theta_j^2 + noiseVariance))",
    },
    weight: {
      latex: "w",
      meaning: "half the error's curvature in the mode's shrinkage",
      text: "theta_j^2 + noiseVariance/s_j",
    },
    slope: {
      latex: "p",
      meaning: "half the error's slope in the mode's shortfall",
      text: "h_j*theta_j^2 - g_j*noiseVariance/s_j",
    },
    oracleExcess: {
      latex: "\\Delta^\\circ",
      meaning: "expected error of the student minus that of the oracle",
      text: "sum(weight_j*(g_j - oracleShrinkage_j)^2)",
    },
    commonLambda: {
      latex: "\\lambda_=",
      meaning: "the best λ of the teacher where all s_j are equal",
      text: "noiseVariance*sum(1)/sum(theta_j^2)",
    },
    commonError: {
      latex: "e_=",
      meaning: "the least expected error of a shrinkage that is the same for all modes",
      text: "residualSignal + sum(theta_j^2)*sum(noiseVariance/s_j)/(sum(theta_j^2) + sum(noiseVariance/s_j))",
    },
    teacherSlope: {
      latex: "e'",
      meaning: "slope of the teacher's error in λ",
      text: "diff(at(error, xi, 0), lambda)",
    },
    modeSlope: {
      latex: "f'",
      meaning: "slope of the mode's error in its shrinkage, at the teacher's shrinkage",
      text: "2*(a_j*noiseVariance/s_j - b_j*theta_j^2)",
    },
    Q: {
      latex: "Q",
      meaning: "what bends the teacher's error less than the error's curvature in ξ, at a stationary λ",
      text: "sum(modeSlope_j*a_j^2*b_j)",
    },
    condition: {
      latex: "S",
      meaning: "at an optimal λ of the teacher: where it is negative, self-distillation beats every ridge",
      text: "pairs(s_j*s_k*(s_j - s_k)*(theta_k^2 - theta_j^2)/((s_j + lambda)^4*(s_k + lambda)^4))",
    },
    penalty: {
      latex: "\\mu",
      meaning: "the penalty with which ridge would shrink the mode as the student does",
      text: "lambda*(s_j + lambda + xi*s_j)/(s_j + lambda - xi*lambda)",
    },
    penalisedError: {
      latex: "e_\\mu",
      meaning: "expected error of ridge with the student's penalty in each mode",
      text: "residualSignal + sum((penalty_j^2*theta_j^2 + s_j*noiseVariance)/(s_j + penalty_j)^2)",
    },
    farPull: {
      latex: "p_\\infty",
      meaning: "half the rate at which g = cs lowers the error at c = 0",
      text: "sum(s_j*theta_j^2)",
    },
    farCurvature: {
      latex: "q_\\infty",
      meaning: "half the curvature of the error of g = cs in c",
      text: "sum(s_j*(s_j*theta_j^2 + noiseVariance))",
    },
    limitFar: {
      latex: "e_\\infty",
      meaning: "least expected error of g ∝ s, which students approach as λ → ∞",
      text: "residualSignal + sum(theta_j^2) - farPull^2/farCurvature",
    },
    nearPull: {
      latex: "p_0",
      meaning: "half the rate at which g = 1 − κ/s lowers the error at κ = 0",
      text: "sum(noiseVariance/s_j^2)",
    },
    nearCurvature: {
      latex: "q_0",
      meaning: "half the curvature of the error of g = 1 − κ/s in κ",
      text: "sum((theta_j^2 + noiseVariance/s_j)/s_j^2)",
    },
    limitNear: {
      latex: "e_0",
      meaning: "least expected error of 1 − g ∝ 1/s, which students approach as λ → 0",
      text: "residualSignal + sum(noiseVariance/s_j) - nearPull^2/nearCurvature",
    },
  },
);
