import { Book, scalar } from "../formula/index.ts";

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
