import {
  type Book,
  enclose,
  type Expression,
  type Interval,
  Intervals,
  logisticFunction,
  scalar,
} from "../../../src/formula/index.ts";
import { fitTo, logisticBook, type LogisticProblem } from "../../../src/logistic/index.ts";
import { type Kind, other, otherLogit, shared } from "./trials.ts";

const { add, interval, multiply, subtract } = Intervals;

const trialBook = logisticBook.declare({
  z: scalar("z", "real", "a trial logit"),
  sigma: scalar("\\sigma", "positive", "σ of it"),
  target: scalar("t", "real", "the target of its kind"),
});

const read = (formula: string): Expression => trialBook.expand(formula);
const expressions = {
  good: { coefficient: read(other.good), logit: read(otherLogit("good")) },
  bad: { coefficient: read(other.bad), logit: read(otherLogit("bad")) },
  shared: read(shared),
};

type Scalars = Readonly<Record<string, Interval>>;

/** Targets of good and of bad points. */
export type Targets = Readonly<Record<Kind, Interval>>;

/** The labels: the teacher's targets. */
export const LABELS: Targets = { good: interval(1), bad: interval(0) };

/** The value of a formula of the book where its symbols lie in intervals. */
export function encloseFormula(name: string, scalars: Scalars, book: Book = logisticBook): Interval {
  return enclose(book.expand(name), { modes: 0, scalars, perMode: {} });
}

/** The symbols of a problem. The flip rate must be positive where good points' logits are asked for. */
export function symbolsOf({ classSize, similarity, lambda, flipRate }: LogisticProblem): Scalars {
  return { m: interval(classSize), c: interval(similarity), lambda: interval(lambda), p: interval(flipRate) };
}

/**
 * The sign of a kind's logit less z: 1 or −1 where it is proved, 0 where the enclosure does not separate.
 */
export function side(problem: LogisticProblem, targets: Targets, kind: Kind, z = 0): -1 | 0 | 1 {
  const sigma = logisticFunction(interval(z));
  const scalars = { ...symbolsOf(problem), z: interval(z), sigma, target: targets[kind] };
  const { coefficient, logit } = expressions[kind];
  const box = { modes: 0, scalars, perMode: {} };
  const rest = subtract(
    add(multiply(interval(problem.lambda), enclose(coefficient, box)), logisticFunction(enclose(logit, box))),
    targets[kind === "good" ? "bad" : "good"],
  );
  if (rest.upper < 0) return 1;
  return rest.lower > 0 ? -1 : 0;
}

/** A fit's logits and S, in intervals that are proved to contain them. */
export interface EnclosedFit {
  readonly good: Interval;
  readonly bad: Interval;
  readonly common: Interval;
}

/** The fit to any targets. @throws RangeError where no interval of a width below 1 can be proved. */
export function encloseFit(problem: LogisticProblem, targets: Targets): EnclosedFit {
  const near = fitTo(problem, {
    shortfallGood: 1 - Intervals.middle(targets.good),
    bad: Intervals.middle(targets.bad),
  });
  const around = (kind: Kind, z: number): Interval => {
    for (let width = 2 ** -50 * Math.max(1, Math.abs(z)); width < 1; width *= 2) {
      const [lower, upper] = [z - width, z + width];
      if (side(problem, targets, kind, lower) === 1 && side(problem, targets, kind, upper) === -1) {
        return interval(lower, upper);
      }
    }
    throw new RangeError(`no enclosure of the ${kind} points' logit near ${z} can be proved`);
  };
  const bad = around("bad", near.logitBad);
  const good = around("good", near.logitGood);
  const scalars = { ...symbolsOf(problem), z: bad, sigma: logisticFunction(bad), target: targets.bad };
  return { good, bad, common: enclose(expressions.shared, { modes: 0, scalars, perMode: {} }) };
}

/** What a fit predicts at good and at bad points: the targets of a student at ξ = 1. */
export function predictionsOf({ good, bad }: EnclosedFit): Targets {
  return { good: logisticFunction(good), bad: logisticFunction(bad) };
}

/** The targets of the student of a fit, for any ξ. */
export function studentTargets(teacher: EnclosedFit, xi: Interval, book: Book = logisticBook): Targets {
  const { good: sigmaGood, bad: sigmaBad } = predictionsOf(teacher);
  return {
    good: encloseFormula("targetGood", { xi, sigmaGood }, book),
    bad: encloseFormula("targetBad", { xi, sigmaBad }, book),
  };
}

/** The ends of a bracket as it is written: to as many digits as tell them apart. */
export function showInterval({ lower, upper }: Interval): string {
  return `[${lower.toPrecision(10)}, ${upper.toPrecision(10)}]`;
}

/**
 * The last place where a decreasing condition is proved to hold and the first where its contrary is, between two ends: by
 * bisection down to a width.
 *
 * @param sideOf 1 below the root, −1 above it, 0 where that is not proved.
 */
export function bracket(sideOf: (x: number) => -1 | 0 | 1, from: number, to: number, width: number): Interval | null {
  let [lower, upper] = [from, to];
  if (sideOf(lower) !== 1 || sideOf(upper) !== -1) return null;
  while (upper - lower > width) {
    const middle = (lower + upper) / 2;
    const at = sideOf(middle);
    if (at === 0) break;
    if (at === 1) lower = middle;
    else upper = middle;
  }
  return interval(lower, upper);
}
