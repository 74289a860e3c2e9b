import { scalar } from "../../formula/index.ts";
import { ridgeBook } from "./ridge.ts";

/** The closed forms for two modes with s₁ > s₂: each is a scalar, made of the theory's own formulas (new here). */
export const twoModesBook = ridgeBook.extend(
  {
    s1: scalar("s_1", "positive", "the larger squared singular value"),
    s2: scalar("s_2", "positive", "the smaller squared singular value"),
    theta1: scalar("\\theta_1", "real", "the signal along the first mode"),
    theta2: scalar("\\theta_2", "real", "the signal along the second mode"),
    x: scalar("x", "real", "a shrinkage of the first mode"),
  },
  {
    a1: { latex: "a_1", meaning: "the teacher's shrinkage of the first mode", text: "at(a_j, s, s1)" },
    a2: { latex: "a_2", meaning: "the teacher's shrinkage of the second mode", text: "at(a_j, s, s2)" },
    g1: { latex: "g_1", meaning: "the student's shrinkage of the first mode", text: "at(g_j, s, s1)" },
    g2: { latex: "g_2", meaning: "the student's shrinkage of the second mode", text: "at(g_j, s, s2)" },
    oracle1: {
      latex: "g_1^\\circ",
      meaning: "the oracle's shrinkage of the first mode",
      text: "at(at(oracleShrinkage_j, s, s1), theta, theta1)",
    },
    oracle2: {
      latex: "g_2^\\circ",
      meaning: "the oracle's shrinkage of the second mode",
      text: "at(at(oracleShrinkage_j, s, s2), theta, theta2)",
    },
    path: {
      latex: "y",
      meaning: "the second mode's shrinkage where ridge shrinks the first by x",
      text: "s2*x/(s2*x + s1*(1 - x))",
    },
    xi1: {
      latex: "\\xi_1",
      meaning: "the imitation parameter that brings the first mode to the oracle",
      text: "(s1 + lambda)*(noiseVariance - lambda*theta1^2)/(lambda*(s1*theta1^2 + noiseVariance))",
    },
    xi2: {
      latex: "\\xi_2",
      meaning: "the imitation parameter that brings the second mode to the oracle",
      text: "(s2 + lambda)*(noiseVariance - lambda*theta2^2)/(lambda*(s2*theta2^2 + noiseVariance))",
    },
    alpha: {
      latex: "\\alpha",
      meaning: "positive where the oracle lies above the tangent of the ridge path at λ = ∞",
      text: "theta1^2*theta2^2*(s1 - s2) - noiseVariance*(theta1^2 - theta2^2)",
    },
    beta: {
      latex: "\\beta",
      meaning: "half the middle coefficient",
      text: "noiseVariance*(s1*theta1^2 - s2*theta2^2)",
    },
    delta: {
      latex: "\\delta",
      meaning: "positive where the oracle lies above the tangent of the ridge path at λ = 0",
      text: "noiseVariance*(s1 - s2) - s1*s2*(theta1^2 - theta2^2)",
    },
    quadratic: {
      latex: "q",
      meaning: "zero at the λ whose tangent passes through the oracle",
      text: "alpha*lambda^2 - 2*beta*lambda + noiseVariance*delta",
    },
    weight1: {
      latex: "D_1",
      meaning: "the first mode's part of the error's curvature in ξ, halved",
      text: "at(t_j, s, s1)^2*(s1*theta1^2 + noiseVariance)/s1",
    },
    weight2: {
      latex: "D_2",
      meaning: "the second mode's part of the error's curvature in ξ, halved",
      text: "at(t_j, s, s2)^2*(s2*theta2^2 + noiseVariance)/s2",
    },
    missing: {
      latex: "\\Delta",
      meaning: "error of the best student at λ minus the oracle's",
      text: "weight1*weight2*quadratic^2/((weight1 + weight2)*(lambda*(s1*theta1^2 + noiseVariance)*(s2*theta2^2 + noiseVariance))^2)",
    },
  },
);
