import { perMode, scalar } from "../formula/index.ts";
import { softmaxBook } from "./formulas.ts";

/**
 * How the objective changes along a line of weights W + hV, at one sample. Modes are classes here: the logits are z + hv, and
 * e_k = exp(z_k).
 */
export const curvatureBook = softmaxBook.extend(
  {
    e: perMode("e", "positive", "exponential of the class's logit"),
    v: perMode("v", "real", "change of the class's logit along the line"),
    weightDecay: scalar("\\mu", "positive", "weight decay"),
    q: perMode("q", "positive", "the teacher's probability of the class"),
    y: perMode("y", "nonnegative", "1 for the given label, 0 for the others; or shares of 1"),
  },
  {
    target: {
      latex: "t_j",
      meaning: "the student's target for the class",
      text: "y_j*at(targetGiven, prediction, q_j) + (1 - y_j)*at(targetOther, prediction, q_j)",
    },
    lossSlope: {
      latex: "\\ell'",
      meaning: "slope of the sample's loss along the line",
      text: "sum(e_j*v_j)/sum(e_j) - sum(target_j*v_j)",
    },
    spread: {
      latex: "Q",
      meaning: "curvature of log Σ exp(z) along the line, times (Σ e)²",
      text: "pairs(e_j*e_k*(v_j - v_k)^2)",
    },
    lossCurvature: {
      latex: "\\ell''",
      meaning: "curvature of the sample's loss along the line, whatever the targets",
      text: "spread/sum(e_j)^2",
    },
  },
);
