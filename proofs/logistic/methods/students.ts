import { type Book, type Interval, Intervals } from "../../../src/formula/index.ts";
import type { LogisticProblem } from "../../../src/logistic/index.ts";
import {
  bracket,
  encloseFit,
  type EnclosedFit,
  encloseFormula,
  LABELS,
  predictionsOf,
  side,
  studentTargets,
  type Targets,
} from "./enclosures.ts";
import type { Kind } from "./trials.ts";

const { interval, subtract } = Intervals;

/** How narrow roots are bracketed. */
export const WIDTH = 2 ** -30;

const LARGEST_XI = 1024;

/** A student's logits as ξ changes, for one teacher. */
export class Students {
  readonly problem: LogisticProblem;
  readonly teacher: EnclosedFit;
  readonly #book: Book;

  constructor(problem: LogisticProblem, book: Book) {
    this.problem = problem;
    this.teacher = encloseFit(problem, LABELS);
    this.#book = book;
  }

  targets(xi: Interval): Targets {
    return studentTargets(this.teacher, xi, this.#book);
  }

  side(xi: number, kind: Kind): -1 | 0 | 1 {
    return side(this.problem, this.targets(interval(xi)), kind);
  }

  /** ξ_×, as the book has it. */
  cross(): Interval {
    const { good: sigmaGood, bad: sigmaBad } = predictionsOf(this.teacher);
    return encloseFormula("equalisingXi", { sigmaGood, sigmaBad }, this.#book);
  }
}

/** The ξ ≥ 0 that are right on every point, bracketed at both ends, with ξ_× between; or what is not proved. */
export function encloseRight(students: Students): { readonly lo: Interval; readonly hi: Interval } | string {
  const hi = bracket((xi) => students.side(xi, "good"), 0, LARGEST_XI, WIDTH);
  if (hi === null) return "ξ_hi is not bracketed";
  const zero = students.side(0, "bad");
  const rising = bracket((xi) => (-students.side(xi, "bad") || 0) as -1 | 0 | 1, 0, hi.lower, WIDTH);
  const lo = zero === 1 ? interval(0) : rising;
  if (lo === null) return "ξ_lo is not bracketed";
  const cross = students.cross();
  if (!(lo.upper < cross.lower && cross.upper < hi.lower)) return `ξ_× may be ${cross.lower} or ${cross.upper}`;
  const { good, bad } = students.targets(cross);
  const { lower, upper } = subtract(good, bad);
  const equal = lower <= 0 && upper >= 0 && upper - lower < WIDTH;
  return equal ? { lo, hi } : `the targets at ξ_× differ by ${lower} to ${upper}`;
}
