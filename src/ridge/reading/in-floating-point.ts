import { type Book, format, parse } from "../../formula/index.ts";
import { ridgeBook } from "../book/ridge.ts";

/*
 * Formulas that lose digits, or leave the range of floating-point numbers, where others of the same value do not.
 *
 * The student's shrinkage is a(1 − ξb), where 1 − ξb loses all digits for b near 1 and ξ = 1, and its shortfall is
 * b(1 + ξa), likewise for a near 1 and ξ = −1. As a + b = 1, the factors are a + (1 − ξ)b and b + (1 + ξ)a: their terms are in
 * all never larger than 1 + |ξ|b and 1 + |ξ|a, and where they have the same sign, no digit is lost. A square of a sum over a
 * sum, as in the gain N²/D, may be beyond the range where N·(N/D) is not.
 *
 * The kernel proves in the tests that each is equal to the formula that it stands for.
 */
export const IN_FLOATING_POINT: Readonly<Record<string, string>> = {
  g: "a_j*(a_j + (1 - xi)*b_j)",
  h: "b_j*(b_j + (1 + xi)*a_j)",
  gain: "N*(N/D)",
  imitationLoss: "(N - D)*((N - D)/D)",
  limitFar: "residualSignal + sum(theta_j^2) - farPull*(farPull/farCurvature)",
  limitNear: "residualSignal + sum(noiseVariance/s_j) - nearPull*(nearPull/nearCurvature)",
};

const known = new WeakMap<Book, Book>();

/** The book as it is evaluated in floating point; a formula that is broken on purpose stays as it is. */
export function inFloatingPoint(book: Book): Book {
  const found =
    known.get(book) ??
    Object.entries(IN_FLOATING_POINT).reduce((better, [name, text]) => {
      const own = book.formulas.get(name);
      const isTheirs = own !== undefined && format(own.expression) === format(ridgeBook.formula(name).expression);
      return isTheirs ? better.with(name, parse(text)) : better;
    }, book);
  known.set(book, found);
  return found;
}
