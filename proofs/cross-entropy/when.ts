import { datasetNames } from "../../src/data/index.ts";
import { type Check, type Claim, experiment } from "../../src/evidence/index.ts";
import { softmaxBook } from "../../src/softmax/index.ts";
import { CORRUPTED, SETTING } from "./hypotheses.ts";
import {
  accuraciesOf,
  corrupted,
  type Dataset,
  LARGE_XI,
  less,
  SMALL_WEIGHT_DECAY,
  STRONG_WEIGHT_DECAY,
} from "./methods/contests.ts";
import { stationary } from "./methods/stationary.ts";

const statement = {
  id: "cross-entropy/when",
  title: `ξ = ${LARGE_XI} gains more with corrupted labels than with clean ones, and hurts under a strong weight decay`,
  source: "Das & Sanghavi 2023 for the dependence on noise; the dependence on weight decay is new here",
  statement: `In the setting of cross-entropy/large-xi-wins, on each data set: at weight decay ${SMALL_WEIGHT_DECAY}, what ξ = ${LARGE_XI} gains on its teacher is more at 50 % corruption than on clean labels; at weight decay ${STRONG_WEIGHT_DECAY}, ξ = ${LARGE_XI} is worse than its teacher, with 50 % corrupted and with clean labels; and with 50 % corrupted the teacher at weight decay ${STRONG_WEIGHT_DECAY} is better than the student at ξ = ${LARGE_XI} and weight decay ${SMALL_WEIGHT_DECAY}: tuning the weight decay gains more than imitation does. Not claimed, as the data do not show it: that the gain on clean labels is nothing (Fashion-MNIST has a small one), or that it grows from 30 % to 50 % everywhere.`,
  hypotheses: [CORRUPTED, SETTING],
};

const CLEAN = { rate: 0, weightDecay: SMALL_WEIGHT_DECAY };
const NOISY = { rate: 0.5, weightDecay: SMALL_WEIGHT_DECAY };
const STRONG = [0, 0.5].map((rate) => ({ rate, weightDecay: STRONG_WEIGHT_DECAY }));
const [STRONG_CLEAN, STRONG_NOISY] = STRONG as [(typeof STRONG)[number], (typeof STRONG)[number]];

const REPEATS: Readonly<Record<Dataset, number>> = { digits: 8, letter: 7, satellite: 5, "fashion-mnist": 6 };

function measured(dataset: Dataset): Check {
  return experiment({
    name: `${dataset}: ξ = ${LARGE_XI} gains more at 50 % corruption than on clean labels, and loses under a strong weight decay`,
    effort: dataset === "letter" ? 1e6 : 1e5,
    unit: "percentage points",
    measure: (context) => {
      const places = [CLEAN, NOISY, ...STRONG];
      const at = accuraciesOf({ dataset, places, xis: [0, LARGE_XI], repeats: REPEATS[dataset] }, context);
      const gain = (place: typeof CLEAN): number[] => less(at(place, LARGE_XI), at(place, 0));
      const [weak, strong] = [`weight decay ${SMALL_WEIGHT_DECAY}`, `weight decay ${STRONG_WEIGHT_DECAY}`];
      return [
        {
          what: `${dataset}, ${weak}: the gain at ${corrupted(0.5)} less that at ${corrupted(0)}`,
          differences: less(gain(NOISY), gain(CLEAN)),
        },
        ...[STRONG_NOISY, STRONG_CLEAN].map((place) => ({
          what: `${dataset}, ${strong}, ${corrupted(place.rate)}: the teacher over ξ = ${LARGE_XI}`,
          differences: less(at(place, 0), at(place, LARGE_XI)),
        })),
        {
          what: `${dataset}, ${corrupted(0.5)}: the teacher at ${strong} over ξ = ${LARGE_XI} at ${weak}`,
          differences: less(at(STRONG_NOISY, 0), at(NOISY, LARGE_XI)),
        },
      ];
    },
  });
}

export const when: Claim = {
  ...statement,
  dependsOn: ["cross-entropy/large-xi-wins"],
  book: softmaxBook,
  checks: [...datasetNames.map(measured), stationary],
};
