import { scalar } from "../formula/index.ts";
import { fitBook } from "./fit-book.ts";

/**
 * What `margins` reads: numbers with the signs of a student's logits. No claim states them, so they stand in a book of their
 * own; they are held against fits in 80 digits (test/logistic/margins.test.ts).
 */
export const marginBook = fitBook.extend(
  {
    sigmaEven: scalar("\\sigma(y)", "positive", "σ of the root y of y + kσ(y) = k(ξ/ξ_× − 1/2), k = (1 − c)/λ"),
    teacherLogitGood: scalar("z_g", "real", "the teacher's logit at a good point"),
    teacherLogitBad: scalar("z_b", "real", "the teacher's logit at a bad point"),
  },
  {
    evenTarget: { latex: "t_y", meaning: "ξ/ξ_× − 1/2", text: "xi*(shortfallGood + sigmaBad) - 1/2" },
    goodMargin: {
      latex: "G",
      meaning: "a number with the sign of the student's logit at a good point",
      text: "c*m*((1 - p)/2 - p*sigmaEven) + (1 - c)/2 - lambda*xi*teacherLogitGood",
    },
    badMargin: {
      latex: "B",
      meaning: "a number with the sign of the student's logit at a bad point",
      text: "c*m*((1 - p)*sigmaEven - p/2) - (1 - c)/2 - lambda*xi*teacherLogitBad",
    },
  },
);
