import { describe, expect, test } from "vitest";
import { Book } from "../../src/formula/book.ts";
import { findDifference } from "../../src/formula/exact/difference.ts";
import { mutantsOf } from "../../src/formula/mutants.ts";
import { ridgeBook } from "../../src/ridge/book/ridge.ts";
import { symbols } from "./expressions.ts";

const bookOf = (text: string): Book => Book.define(symbols, { f: { latex: "", meaning: "", text } });
const changes = (text: string): string[] => mutantsOf(bookOf(text), "f").live.map(({ text: broken }) => broken);

test.each([
  ["the sign of a symbol", "-lambda + xi"],
  ["an operator", "lambda - xi"],
  ["an operator, of another rank", "lambda*xi"],
  ["a dropped term", "xi"],
  ["the other dropped term", "lambda"],
  ["a swapped symbol", "xi + xi"],
  ["an exponent", "lambda^2 + xi"],
])("lambda + xi is broken in %s: %s", (_, broken) => {
  expect(changes("lambda + xi")).toContain(broken);
});

test.each([
  ["an exponent, raised", "(1 + lambda)^4"],
  ["an exponent, lowered", "(1 + lambda)^2"],
  ["a constant, raised", "(2 + lambda)^3"],
  ["a constant, lowered", "(0 + lambda)^3"],
])("(1 + lambda)^3 is broken in %s: %s", (_, broken) => {
  expect(changes("(1 + lambda)^3")).toContain(broken);
});

test("factors are dropped, on either side of a division", () => {
  expect(changes("lambda*xi")).toEqual(expect.arrayContaining(["lambda", "xi"]));
  expect(changes("lambda/xi")).toEqual(expect.arrayContaining(["lambda", "1/xi"]));
});

test("a sum's term is broken inside the sum, with symbols of its mode and scalars alone", () => {
  const broken = changes("sum(s_j*theta_j) + lambda");
  expect(broken).toContain("sum(theta_j*theta_j) + lambda");
  expect(broken).toContain("sum(lambda*theta_j) + lambda");
  expect(broken).not.toContain("sum(s_j*theta_j) + s_j");
});

test("what reads differently but is identically equal is no mutant", () => {
  const { live, discarded } = mutantsOf(bookOf("xi*1"), "f");
  expect(live.map(({ text }) => text)).not.toContain("xi/1"); // the same as xi·1
  expect(live.map(({ text }) => text)).not.toContain("xi");
  expect(discarded).toBeGreaterThanOrEqual(2);
});

describe("in the ridge theory", () => {
  test.each([...ridgeBook.formulas.keys()])(
    "every live mutant of %s differs from it at a point, and from the others",
    (name) => {
      const { live } = mutantsOf(ridgeBook, name);
      const self = { kind: "symbol", name, index: ridgeBook.formula(name).perMode ? "j" : null } as const;
      const original = ridgeBook.expand(self);
      for (const { expression } of live) {
        expect(
          findDifference(original, ridgeBook.with(name, expression).expand(self), ridgeBook.symbols),
        ).not.toBeNull();
      }
      expect(new Set(live.map(({ text }) => text)).size).toBe(live.length);
      expect(live.length).toBeGreaterThan(3);
    },
  );
});

// Whether the first few points tried show a difference or not: only the kernel decides that there is none.
test("a mutant that agrees at the first points tried, and differs elsewhere, is live", () => {
  const roots = [
    "lambda - 1",
    "lambda - 2",
    "2*lambda - 1",
    "lambda - 3",
    "3*lambda - 1",
    "2*lambda - 3",
    "lambda - 5",
  ];
  let late = 0;
  for (let i = 0; i < roots.length; i++) {
    for (let j = 0; j < i; j++) {
      for (let k = 0; k < j; k++) {
        const zero = [i, j, k].map((root) => `(${roots[root]})`).join("*");
        const book = bookOf(`xi + ${zero}`);
        if (findDifference(book.expand("f"), book.expand("xi"), symbols, 3) !== null) continue;
        late++;
        expect(mutantsOf(book, "f").live.map(({ text }) => text)).toContain("xi");
      }
    }
  }
  expect(late).toBeGreaterThan(0);
});

test("a mutant that divides by zero everywhere has no value anywhere: it is neither live nor the formula", () => {
  const { live, nowhere } = mutantsOf(bookOf("lambda/(xi - lambda)"), "f");
  expect(nowhere.map(({ text }) => text)).toContain("lambda/(xi - xi)");
  expect(live.map(({ text }) => text)).not.toContain("lambda/(xi - xi)");
});
