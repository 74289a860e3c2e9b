import { Book, perMode, scalar } from "../formula/index.ts";

/** What a student of softmax classification is fitted to (idea: [DS]). */
export const softmaxBook = Book.define(
  {
    xi: scalar("\\xi", "real", "imitation parameter: weight of the teacher's predictions"),
    prediction: scalar("p_{ik}", "positive", "the teacher's probability of that class for sample i"),
  },
  {
    targetGiven: {
      latex: "t_{iy}",
      meaning: "the student's target for the class that sample i is labelled with",
      text: "xi*prediction + (1 - xi)",
    },
    targetOther: {
      latex: "t_{ik}",
      meaning: "the student's target for each other class",
      text: "xi*prediction",
    },
  },
);

/**
 * How the student's objective changes along a line in weight space. Of its loss, log Σ e^z − ⟨t, z⟩ for one sample, a mode
 * is a class; of ½·weightDecay·‖W‖², a mode is a weight.
 */
export const softmaxLineBook = softmaxBook.extend(
  {
    q: perMode("q", "positive", "the teacher's probability of the class"),
    label: perMode(
      "y",
      "nonnegative",
      "1 for the class that the sample is labelled with, 0 for the others, or shares of 1",
    ),
    p: perMode("p", "positive", "the student's probability of the class, softmax(z)"),
    v: perMode("v", "real", "rate at which the class's logit changes"),
    weightDecay: scalar("\\mu", "positive", "weight decay"),
    weight: perMode("w", "real", "a weight"),
    rate: perMode("\\dot w", "real", "rate at which the weight changes"),
  },
  {
    target: {
      latex: "t_j",
      meaning: "the student's target for the class",
      text: "label_j*at(targetGiven, prediction, q_j) + (1 - label_j)*at(targetOther, prediction, q_j)",
    },
    residual: { latex: "r_j", meaning: "slope of the loss in the class's logit", text: "p_j - target_j" },
    slope: { latex: "\\dot\\ell", meaning: "slope of the loss along the line", text: "sum(residual_j*v_j)" },
    curvature: {
      latex: "\\ddot\\ell",
      meaning: "curvature of the loss along the line: the variance of v under p",
      text: "sum(p_j*v_j^2) - sum(p_j*v_j)^2",
    },
    spread: {
      latex: "V",
      meaning: "the same as a sum over pairs of classes",
      text: "pairs(p_j*p_k*(v_j - v_k)^2)",
    },
    decaySlope: { latex: "\\dot\\delta", meaning: "slope of the decay", text: "weightDecay*sum(weight_j*rate_j)" },
    decayCurvature: { latex: "\\ddot\\delta", meaning: "curvature of the decay", text: "weightDecay*sum(rate_j^2)" },
  },
);
