import { Book, scalar } from "../formula/index.ts";

/**
 * The closed forms of logistic self-distillation under label flips, in the two-value reduction, each written once (idea:
 * [DS], section on logistic regression; the reduction is new here). Everything is said of class 1, whose labels are 1 where
 * kept (good) and 0 where flipped (bad); the other class mirrors it. The logistic function σ enters through its values
 * alone, which are symbols: a fit is where λα = target − σ(logit).
 */
export const logisticBook = Book.define(
  {
    m: scalar("m", "positive", "class size: training points of each class"),
    c: scalar("c", "positive", "within-class similarity, between 0 and 1"),
    lambda: scalar("\\lambda", "positive", "regularization, of the summed loss"),
    p: scalar("p", "nonnegative", "flip rate: fraction of each class whose label is flipped"),
    xi: scalar("\\xi", "real", "imitation parameter: weight of the teacher's predictions"),
    alphaGood: scalar("\\alpha_g", "real", "coefficient of a good point"),
    alphaBad: scalar("\\alpha_b", "real", "coefficient of a bad point"),
    sigmaGood: scalar("\\sigma_g", "positive", "σ of the teacher's logit at a good point, between 0 and 1"),
    sigmaBad: scalar("\\sigma_b", "positive", "σ of the teacher's logit at a bad point, between 0 and 1"),
    a: scalar("a", "positive", "coefficient of a good point where bad points have logit 0"),
    sigmaHalf: scalar("\\sigma_{1/2}", "positive", "σ of the teacher's logit at a bad point where p = ½"),
  },
  {
    common: { latex: "S", meaning: "what all points of the class share", text: "m*((1 - p)*alphaGood + p*alphaBad)" },
    logitGood: { latex: "z_g", meaning: "logit at a good point", text: "(1 - c)*alphaGood + c*common" },
    logitBad: { latex: "z_b", meaning: "logit at a bad point", text: "(1 - c)*alphaBad + c*common" },
    targetGood: { latex: "t_g", meaning: "the student's target at a good point", text: "xi*sigmaGood + (1 - xi)" },
    targetBad: { latex: "t_b", meaning: "the student's target at a bad point", text: "xi*sigmaBad" },
    teacherThreshold: {
      latex: "p_T",
      meaning: "flip rate below which the teacher is right on every training point",
      text: "(m*a - (1 - c)/(2*lambda*c))/(m*(a + 1/(2*lambda)))",
    },
    equalisingXi: {
      latex: "\\xi_\\times",
      meaning: "the imitation parameter that makes all targets equal",
      text: "1/(1 - sigmaGood + sigmaBad)",
    },
    xiMax: {
      latex: "\\xi_{\\max}",
      meaning: "the imitation parameter at which bad points have logit 0 where half of the labels are flipped",
      text: "1/(2*sigmaHalf)",
    },
    differenceShrink: {
      latex: "\\rho_d",
      meaning: "what a round at ξ = 1 leaves of a small difference between good and bad logits",
      text: "(1 - c)/(1 - c + 4*lambda)",
    },
    commonShrink: {
      latex: "\\rho_c",
      meaning: "what a round at ξ = 1 leaves of a small logit that all points of a class share",
      text: "(1 - c + c*m)/(1 - c + c*m + 4*lambda)",
    },
  },
);
