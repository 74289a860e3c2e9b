import { z } from "zod";
import { distillSettingsShape } from "../../run/index.ts";
import { build, count, document, seed, share, version, words } from "./parts.ts";

const settings = distillSettingsShape.shape;

const gain = z.strictObject({
  mean: z.number().describe("mean over the repeats"),
  lower: z.number().describe("lower end of the interval"),
  upper: z.number().describe("upper end of the interval"),
});

const choice = z.strictObject({
  xi: z.number().describe("its ξ"),
  weightDecay: z.number().gt(0).describe("its weight decay"),
});

const contest = z.strictObject({
  challenger: choice.describe("the best of the one side, by the first half of the repeats"),
  incumbent: choice.describe("the best of the other side, by the first half of the repeats"),
  difference: z
    .strictObject({
      pairs: z.int().min(2).describe("how many repeats it was measured on: the second half"),
      ...gain.shape,
      standardDeviation: z.number().min(0).describe("sample standard deviation of the differences"),
    })
    .describe("the challenger's accuracy less the incumbent's, with its paired interval"),
  againstEvery: z.number().describe("the least lower end of the challenger's intervals against each of the incumbents"),
});

const FEW = "with fewer than 3 repeats, and where one side has no ξ";

const cell = z.strictObject({
  weightDecay: z.number().gt(0).describe("w, of teacher and students: ½ w ‖W‖² is added to the mean loss"),
  teacher: share.describe("mean accuracy of the teacher on the test samples"),
  repeated: share.describe(
    "the share of the given training labels, corrupted ones among them, that the teacher predicts",
  ),
  students: z
    .array(
      z.strictObject({
        xi: z.number().describe("ξ; 0 is the teacher again"),
        mean: share.describe("mean accuracy on the test samples"),
        gain: gain
          .nullable()
          .describe(
            "its accuracy less the teacher's; null for ξ = 0, the teacher itself, and with a single repeat, which has no interval",
          ),
        right: z.array(count).describe("by repeat, how many test samples it classifies right"),
      }),
    )
    .describe("in the order of xis"),
  largeAgainstSmall: contest
    .nullable()
    .describe(`the best ξ > 1 against the best ξ ≤ 1 at this weight decay; null ${FEW}`),
});

const row = z.strictObject({
  rate: share.describe("the fraction of the training labels that is corrupted"),
  repeats: z
    .array(count)
    .describe("the repeats that everything at this rate was carried out for: means are over these"),
  cells: z.array(cell).describe("one for each weight decay"),
  tuned: contest
    .nullable()
    .describe(`the best student against the best teacher, each at its own weight decay; null ${FEW}`),
  tunedLargeAgainstSmall: contest
    .nullable()
    .describe(`the best ξ > 1 against the best ξ ≤ 1, each at its own weight decay; null ${FEW}`),
});

/** What `distill --json` writes, and `merge --json` of parts of a sweep. */
export const distillDocument = document({
  version,
  build: build.optional().describe("what code gave these results; absent in those recorded before it was said"),
  seed,
  ...settings,
  source: settings.source.describe(
    "where the data come from: a data set that is shipped, or files with the SHA-256 of their contents",
  ),
  data: settings.data.describe("the data set as it is, before samples are chosen and features are mapped"),
  rows: settings.rows.describe("how many training samples each repeat uses; null for all of them"),
  map: settings.map.describe("the random features that were used; null where the features were taken as they are"),
  kind: settings.kind.describe("where a corrupted label goes"),
  rates: settings.rates.describe("fractions of the training labels that were corrupted"),
  weightDecays: settings.weightDecays.describe("weight decays"),
  xis: settings.xis.describe("imitation parameters"),
  repeats: settings.repeats.describe("how often samples, features and corruptions were drawn"),
  errorRate: share.describe("of each interval: the probability that it misses"),
  failures: z.array(words).describe("what was not carried out, and why"),
  table: z.array(row).describe("one row for each corruption rate; a rate at which no repeat was carried out has none"),
  advice: z.array(words).describe("what follows from it, in sentences"),
});
