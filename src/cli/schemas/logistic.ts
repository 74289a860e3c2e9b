import { z } from "zod";
import { document, enclosure, nonnegative, share, words } from "./parts.ts";

const fit = z.strictObject({
  logitGood: z.number().describe("logit of class 1 at a point of that class whose label was kept"),
  logitBad: z.number().describe("its logit at a point of that class whose label was flipped to 0"),
  accuracy: share.describe(
    "fraction of training points classified right, against the true labels; a logit of 0 counts as wrong",
  ),
});

/** What `logistic --json` writes. */
export const logisticDocument = document({
  teacher: fit.describe("the fit to the labels"),
  student: fit.describe("the fit at the ξ asked for"),
  teacherThreshold: z
    .number()
    .describe(
      "p_T: the teacher is right on every training point for flip rates below it, on none of them where it is negative",
    ),
  studentThreshold: z
    .number()
    .nullable()
    .describe("p_S(ξ), the same of the student; null for the reason in studentThresholdReason"),
  studentThresholdReason: words.optional().describe("why there is no p_S(ξ); absent where there is one"),
  thresholdEnclosures: z
    .strictObject({
      teacher: enclosure.describe("of teacherThreshold"),
      student: enclosure.nullable().describe("of studentThreshold; null where that is"),
      perfectXi: z
        .strictObject({ low: enclosure.describe("of perfectXi.low"), high: enclosure.describe("of perfectXi.high") })
        .describe("of both ends"),
    })
    .describe("two numbers for each threshold between which exactly one root is proved to lie"),
  perfectXi: z
    .strictObject({ low: nonnegative.describe("the lower end"), high: nonnegative.describe("the upper end") })
    .describe("the student is right on every training point for low < ξ < high, and for ξ = 0 where low is 0"),
});
