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

test("a formula in mode k keeps the modes that its sums bind, and a substituted value is in the mode of its symbol", () => {
  const shares = Book.define(symbols, { share: { ...told, text: "s_j/sum(s_j)" } });
  expect(format(shares.expand("share_k"))).toBe("s_k/sum(s_j)");
  expect(format(shares.expand("at(pairs(s_j - s_k), s, 2*s_j)"))).toBe("pairs(2*s_j - 2*s_k)");
});

test("an opaque formula stands for any value", () => {
  expect(format(book.opaque("a").expand("total"))).toBe("sum(a_j)");
  expect(format(book.opaque("total").expand("total^2"))).toBe("total^2");
});

test("a book may be extended by symbols and formulas of its own, whose modes follow from what they expand to", () => {
  const extended = book.extend(
    { s1: scalar("s_1", "positive", "the first mode's s") },
    { first: { ...told, text: "at(a_j, s, s1)" }, double: { ...told, text: "2*a_j" } },
  );
  expect(format(extended.expand("first"))).toBe("s1/(s1 + lambda)");
  expect(["first", "double"].map((name) => extended.formula(name).perMode)).toEqual([false, true]);
  expect(book.formulas.has("first")).toBe(false);
});

test("a derivation may declare names of its own", () => {
  expect(() => book.expand("z_j")).toThrow("z is neither a symbol nor an earlier formula");
  expect(format(book.declare({ z: perMode("z", "real", "z") }).expand("z_j"))).toBe("z_j");
});

test("a theory extends another with symbols and formulas of its own, and leaves it as it was", () => {
  const further = book.extend({ m: perMode("m", "real", "m") }, { seen: { ...told, text: "sum(m_j*a_j)" } });
  expect(format(further.expand("seen"))).toBe("sum(m_j*(s_j/(s_j + lambda)))");
  expect(format(further.with("a", book.expand("s_j")).expand("seen"))).toBe("sum(m_j*s_j)");
  expect(() => book.expand("seen")).toThrow("seen is neither a symbol nor an earlier formula");
});

test.each([
  ["unknown", "unknown is neither a symbol nor an earlier formula"],
  ["a", "a: a has a value per mode; write a_j"],
  ["sum(s^2)", "s: s has a value per mode; write s_j"],
  ["lambda_j", "lambda_j: lambda has one value; write lambda"],
  ["s_i", "s_i is neither a symbol nor an earlier formula; the mode of a sum is called j: write s_j"],
  ["lambda_i", "lambda_i is neither a symbol nor an earlier formula"],
  ["sum(total)", "a sum stands inside a term of a sum"],
])("%s is refused, saying why", (text, message) => {
  expect(() => book.expand(text)).toThrow(new RangeError(message));
});

test("a formula cannot use one that comes later, so no formula is circular", () => {
  const circular = { x: { ...told, text: "y + 1" }, y: { ...told, text: "x + 1" } };
  expect(() => Book.define(symbols, circular)).toThrow(
    new RangeError("formula x: y is neither a symbol nor an earlier formula"),
  );
});

test("what cannot be read is said with the name of its formula", () => {
  const define = (text: string) => () => Book.define(symbols, { error: { ...told, text } });
  expect(define("sum(s_i^2)")).toThrow(
    /^formula error: s_i is neither a symbol nor an earlier formula; .*: write s_j$/,
  );
  expect(define("1 +")).toThrow(/^formula error: cannot read the formula "1 \+": /);
  expect(define("1 +")).toThrow(SyntaxError);
});

test("a value per mode does not take the place of a scalar inside a sum, whose mode it would become", () => {
  const captured = "inside a sum, which would take its mode for its own";
  const modes = Book.define(
    { x: scalar("x", "real", "a number"), s: perMode("s", "real", "one per mode"), t: perMode("t", "real", "another") },
    {},
  );
  expect(() => modes.expand("at(sum(x*s_j), x, t_j)")).toThrow(`at puts t_j in place of x ${captured}`);
  expect(() => modes.expand("at(x + pairs(s_j*s_k + x), x, t_j + 1)")).toThrow(captured);
  expect(modes.expand("at(x*s_j + sum(s_j), x, t_j)")).toEqual(modes.expand("t_j*s_j + sum(s_j)"));
  expect(modes.expand("at(sum(s_j), s, t_j + x)")).toEqual(modes.expand("sum(t_j + x)"));
  expect(() => modes.expand("at(sum(x*s_j), x, sum(t_j))")).toThrow("a sum stands inside a term of a sum");
});
