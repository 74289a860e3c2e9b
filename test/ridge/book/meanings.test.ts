import { expect, test } from "vitest";
import { prove } from "../../../src/formula/index.ts";
import { ridgeBook } from "../../../src/ridge/book/ridge.ts";
import { shortcutBook } from "../../../src/ridge/book/shortcuts.ts";
import { metricBook } from "../../../src/ridge/reading/metric-forms.ts";

test.each([
  ["D", ridgeBook, "error"],
  ["directionD", metricBook, "directionError"],
  ["curvature", shortcutBook, "squaredDistance"],
] as const)("%s is half a second derivative in ξ, and is called so", (name, book, error) => {
  const [left, right] = [book.expand(`diff(diff(${error}, xi), xi)`), book.expand(`2*${name}`)];
  expect(prove(left, right, book.symbols)).toEqual({ proved: true });
  expect(book.formula(name).meaning).toMatch(/^half the curvature /);
});
