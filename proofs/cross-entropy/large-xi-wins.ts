import fc from "fast-check";
import { datasetNames } from "../../src/data/index.ts";
import { type Check, type Claim, counterexample, experiment } from "../../src/evidence/index.ts";
import { softmaxBook } from "../../src/softmax/index.ts";
import { CORRUPTED, FIXED_WEIGHT_DECAY, SETTING } from "./hypotheses.ts";
import {
  accuraciesOf,
  corrupted,
  type Dataset,
  LARGE_XI,
  less,
  lostBy,
  SMALL_WEIGHT_DECAY,
  STRONG_WEIGHT_DECAY,
} from "./methods/contests.ts";
import { stationary } from "./methods/stationary.ts";

const statement = {
  id: "cross-entropy/large-xi-wins",
  title: `On four data sets with corrupted labels and a small, fixed weight decay, ξ = ${LARGE_XI} beats ξ = 0, ½ and 1`,
  source: "Das & Sanghavi 2023: with noisy labels a ξ > 1 may be best; these data and this setting are new here",
  statement: `Softmax classifiers, linear in random ReLU features, of digits, letters, satellite pixels and Fashion-MNIST images; ${SETTING}; weight decay ${SMALL_WEIGHT_DECAY} for the teacher and all its students (½·weight decay·‖W‖² beside the mean loss). Where 50 % of the training labels are corrupted uniformly over the other classes, and where 30 % are, the student at ξ = ${LARGE_XI} has a higher mean accuracy on the clean test samples than the teacher, and than the students at ξ = ½ and 1. This is said of a weight decay that is fixed at that value: a teacher whose weight decay is tuned is far better than any of these students (cross-entropy/when).`,
  hypotheses: [CORRUPTED, FIXED_WEIGHT_DECAY, SETTING],
};

const RATES = [0.5, 0.3];
const SMALL_XIS = [0, 0.5, 1];

// The digits have the fewest test samples, and the widest scatter; a repeat of the letters takes longest.
const REPEATS: Readonly<Record<Dataset, number>> = { digits: 12, letter: 7, satellite: 6, "fashion-mnist": 6 };

function wins(dataset: Dataset): Check {
  return experiment({
    name: `${dataset}: ξ = ${LARGE_XI} beats each of ξ = ${SMALL_XIS.join(", ")}, at 50 % and at 30 % corruption`,
    effort: dataset === "letter" ? 1e6 : 1e5,
    unit: "percentage points",
    measure: (context) => {
      const places = RATES.map((rate) => ({ rate, weightDecay: SMALL_WEIGHT_DECAY }));
      const xis = [...SMALL_XIS, LARGE_XI];
      const at = accuraciesOf({ dataset, places, xis, repeats: REPEATS[dataset] }, context);
      return places.flatMap((place) =>
        SMALL_XIS.map((xi) => ({
          what: `${dataset}, ${corrupted(place.rate)}, ξ = ${LARGE_XI} over ξ = ${xi}`,
          differences: less(at(place, LARGE_XI), at(place, xi)),
        })),
      );
    },
  });
}

const strongDecay = counterexample({
  without: FIXED_WEIGHT_DECAY,
  says: "the same ξ may be worse than the teacher",
  problems: fc.constantFrom("satellite" as const, "digits" as const),
  tries: 2,
  fails: (dataset) => lostBy(dataset, { rate: 0.5, weightDecay: STRONG_WEIGHT_DECAY }),
  show: (dataset) => dataset,
});

export const largeXiWins: Claim = {
  ...statement,
  dependsOn: ["cross-entropy/convexity"],
  book: softmaxBook,
  checks: [...datasetNames.map(wins), stationary, strongDecay],
};
