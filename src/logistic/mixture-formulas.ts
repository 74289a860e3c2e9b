import { perMode, scalar } from "../formula/index.ts";
import { logisticBook } from "./formulas.ts";

/**
 * Accuracy under independent flips, new here. In sums over j, index j runs over the numbers of flips in a class with which
 * a fit gets exactly the flipped points wrong.
 */
export const mixtureBook = logisticBook.extend(
  {
    flipped: perMode("k", "nonnegative", "a number of flipped labels in a class"),
    weight: perMode("w", "nonnegative", "the probability of that number"),
    keptWeight: scalar("w_1", "nonnegative", "the probability that a class is right on every point"),
  },
  {
    binomialRatio: {
      latex: "\\varrho",
      meaning: "how much more probable one more flip is",
      text: "(m - flipped_j)*p/((flipped_j + 1)*(1 - p))",
    },
    partialAccuracy: {
      latex: "A_k",
      meaning: "accuracy on a class whose flipped points are wrong and no others",
      text: "1 - flipped_j/m",
    },
    expectedAccuracy: {
      latex: "\\bar A",
      meaning: "expected accuracy on the true labels",
      text: "keptWeight + sum(weight_j*partialAccuracy_j)",
    },
  },
);
