import { type Book, compile } from "../../../src/formula/index.ts";
import { logisticBook, sigmoid } from "../../../src/logistic/index.ts";

type Inputs = Readonly<Record<string, number>>;

/** The numeric reading of the theory's book, or of one with a formula broken on purpose. */
export class Forms {
  readonly book: Book;
  readonly #compiled = new Map<string, (inputs: Inputs) => Readonly<Record<string, number>>>();

  constructor(book: Book = logisticBook) {
    this.book = book;
  }

  /** The value of a formula where its symbols have the given values. */
  value(name: string, inputs: Inputs): number {
    const compiled = this.#compiled.get(name) ?? (compile(this.book, [name]) as never);
    this.#compiled.set(name, compiled);
    return compiled(inputs)[name]!;
  }

  /** p_T, and a bound on its rounding. */
  teacherThreshold({ classSize: m, c, lambda }: Setting): { readonly value: number; readonly rounding: number } {
    const value = this.value("teacherThreshold", { m, c, lambda, a: goodCoefficient(c, lambda) });
    // a is off by at most 16 roundings of 1/λ, and so is what p_T is the quotient of: its terms are (1 − c)/(2λc) and less
    // than m/λ, over more than m/(2λ).
    return { value, rounding: 64 * U * (1 + (1 - c) / (c * m)) };
  }
}

const U = 2 ** -53;

interface Setting {
  readonly classSize: number;
  readonly c: number;
  readonly lambda: number;
}

/** The root a of λa = 1 − σ((1 − c)a + (1 − c)/(2λ)), by bisection: the left side rises from below and the right one falls. */
function goodCoefficient(c: number, lambda: number): number {
  let [low, high] = [0, 1 / (2 * lambda)];
  for (;;) {
    const a = (low + high) / 2;
    if (!(low < a && a < high)) return a;
    if (lambda * a < 1 - sigmoid((1 - c) * a + (1 - c) / (2 * lambda))) low = a;
    else high = a;
  }
}
