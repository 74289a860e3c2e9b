import fc from "fast-check";
import type { FeatureTable } from "../../../src/data/index.ts";
import { property } from "../../../src/evidence/index.ts";
import { type Book, compile } from "../../../src/formula/index.ts";
import { distil, GRADIENT_TOLERANCE, probabilities, Probe, softmaxBook } from "../../../src/softmax/index.ts";

interface Case {
  readonly features: FeatureTable;
  readonly labels: Int32Array;
  readonly classes: number;
  readonly weightDecay: number;
  readonly xi: number;
}

const CLASSES = 3;
const COLUMNS = 2;

const cases: fc.Arbitrary<Case> = fc
  .record({
    samples: fc.array(fc.record({ x: fc.tuple(small(), small()), label: fc.integer({ min: 0, max: CLASSES - 1 }) }), {
      minLength: 4,
      maxLength: 10,
    }),
    quarters: fc.integer({ min: -4, max: 16 }),
    weightDecay: fc.constantFrom(0.01, 0.1, 1),
  })
  .filter(({ samples }) => samples.some(({ x }) => x.some((value) => value !== 0)))
  .map(({ samples, quarters, weightDecay }) => ({
    features: {
      rows: samples.length,
      columns: COLUMNS,
      values: Float64Array.from(samples.flatMap(({ x }) => x)),
    },
    labels: Int32Array.from(samples, ({ label }) => label),
    classes: CLASSES,
    weightDecay,
    xi: quarters / 4,
  }));

function small(): fc.Arbitrary<number> {
  return fc.integer({ min: -3, max: 3 });
}

/** A student as the experiments fit it, and its teacher's predictions. */
interface Fitted {
  /** COLUMNS × CLASSES. */
  readonly weights: Float64Array;
  /** Rows × CLASSES, as all that follow. */
  readonly predictions: Float64Array;
  readonly own: Float64Array;
}

/** The targets that a book says. */
type Targets = (example: Case, predictions: Float64Array) => number[];

function targetsIn(book: Book): Targets {
  const targets = compile(book, ["targetGiven", "targetOther"]);
  return ({ labels, classes, xi }, predictions) =>
    Array.from(predictions, (prediction, at) => {
      const { targetGiven, targetOther } = targets({ xi, prediction });
      return labels[Math.floor(at / classes)] === at % classes ? targetGiven : targetOther;
    });
}

/*
 * Rounding of the gradient recomputed here: each of its entries sums at most 10 products of features up to 3 and residuals, whose
 * size is bounded by the targets' (at most 4 + 5) and 1; with softmax's (2·3 + 4) units and as many for the logits of weights up
 * to 10⁴ it stays below 10⁻⁸, a thousandth of the tolerance.
 */
const ROUNDING = 1e-8;

/** The students of the experiments are those of the formulas. */
export const stationary = property(softmaxBook, {
  name: "a student as the experiments fit it has no slope left in its objective with the targets of the formulas",
  covers: ["targetGiven", "targetOther"],
  problems: cases,
  runs: 60,
  measure: ({ features, labels, classes, weightDecay, xi }): Fitted => {
    const probe = new Probe(features, classes);
    const { teacher, students } = distil(probe, labels, weightDecay, [xi]);
    return {
      weights: probe.weights(students[0]!),
      predictions: probabilities(probe.logits(teacher), classes),
      own: probabilities(probe.logits(students[0]!), classes),
    };
  },
  read: targetsIn,
  violation: (example, { weights, predictions, own }, targets) => {
    const { features, classes, weightDecay } = example;
    const { rows, columns, values } = features;
    const wanted = targets(example, predictions);
    const slopes = weights.map((weight, at) => {
      const [j, k] = [Math.floor(at / classes), at % classes];
      let slope = weightDecay * weight;
      for (let i = 0; i < rows; i++) {
        slope += (values[i * columns + j]! * (own[i * classes + k]! - wanted[i * classes + k]!)) / rows;
      }
      return slope;
    });
    const norm = Math.hypot(...slopes);
    if (norm <= GRADIENT_TOLERANCE + ROUNDING) return null;
    return `the gradient's norm is ${norm}, above ${GRADIENT_TOLERANCE}`;
  },
  show: (example) =>
    JSON.stringify({ ...example, labels: [...example.labels], features: [...example.features.values] }),
});
