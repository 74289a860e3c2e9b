import { perMode, scalar } from "../formula/index.ts";
import { softmaxBook } from "./formulas.ts";

/**
 * How the objective curves along a line of weights W + hV, at one sample. Modes are classes here: the logits are z + hv, and
 * e_k = exp(z_k).
 */
export const curvatureBook = softmaxBook.extend(
  {
    e: perMode("e", "positive", "exponential of the class's logit"),
    v: perMode("v", "real", "change of the class's logit along the line"),
    weightDecay: scalar("\\mu", "positive", "weight decay"),
  },
  {
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
