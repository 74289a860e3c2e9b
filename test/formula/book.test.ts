import { expect, test } from "vitest";
import { Book } from "../../src/formula/book.ts";
import { format } from "../../src/formula/format.ts";
import { perMode, scalar } from "../../src/formula/symbols.ts";

const symbols = { lambda: scalar("\\lambda", "positive", "λ"), s: perMode("s", "positive", "s") };
const told = { latex: "", meaning: "" };
const book = Book.define(symbols, {
  a: { ...told, text: "s_j/(s_j + lambda)" },
  slope: { ...told, text: "diff(a_j, lambda)" },
  total: { ...told, text: "sum(a_j)" },
  atOne: { ...told, text: "at(total, lambda, 1)" },
});

test("a formula expands to declared symbols alone", () => {
  expect(format(book.expand("total"))).toBe("sum(s_j/(s_j + lambda))");
  expect(format(book.expand("pairs(a_j*a_k)"))).toBe("pairs(s_j/(s_j + lambda)*(s_k/(s_k + lambda)))");
  expect(format(book.expand("atOne"))).toBe("sum(s_j/(s_j + 1))");
});

test("whether a formula has a value per mode follows from its text", () => {
  expect([...book.formulas.values()].map(({ name, perMode: each }) => [name, each])).toEqual([
    ["a", true],
    ["slope", true],
    ["total", false],
    ["atOne", false],
  ]);
});

test("breaking one formula changes every formula that uses it, and leaves the book itself as it was", () => {
  const broken = book.with("a", book.expand("lambda/s_j"));
  expect(format(broken.expand("total"))).toBe("sum(lambda/s_j)");
  expect(format(book.expand("total"))).toBe("sum(s_j/(s_j + lambda))");
});

test("an opaque formula stands for any value", () => {
  expect(format(book.opaque("a").expand("total"))).toBe("sum(a_j)");
  expect(format(book.opaque("total").expand("total^2"))).toBe("total^2");
});

test("a derivation may declare names of its own", () => {
  expect(() => book.expand("z_j")).toThrow("z is neither a symbol nor an earlier formula");
  expect(format(book.declare({ z: perMode("z", "real", "z") }).expand("z_j"))).toBe("z_j");
});

test.each([
  ["unknown", "unknown is neither a symbol nor an earlier formula"],
  ["a", "a: a has a value per mode"],
  ["lambda_j", "lambda_j: lambda has one value"],
  ["sum(total)", "a sum stands inside a term of a sum"],
])("%s is refused, saying why", (text, message) => {
  expect(() => book.expand(text)).toThrow(new RangeError(message));
});

test("a formula cannot use one that comes later, so no formula is circular", () => {
  const circular = { x: { ...told, text: "y + 1" }, y: { ...told, text: "x + 1" } };
  expect(() => Book.define(symbols, circular)).toThrow("y is neither a symbol nor an earlier formula");
});
