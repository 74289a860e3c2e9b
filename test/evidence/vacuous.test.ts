import { expect, test } from "vitest";
import { claim } from "../../src/evidence/define-claim.ts";
import { derivation } from "../../src/evidence/derivation.ts";
import type { Derivation, SignStep, Step } from "../../src/evidence/step.ts";
import { Book, perMode, scalar } from "../../src/formula/index.ts";

const book = Book.define(
  {
    lambda: scalar("\\lambda", "positive", "penalty"),
    s: perMode("s", "positive", "squared singular value"),
    theta: perMode("\\theta", "real", "truth"),
    x: scalar("x", "real", "a number"),
  },
  { freedom: { latex: "F", meaning: "degrees of freedom", text: "sum(s_j/(s_j + lambda))" } },
);

function refusalOf(steps: readonly Step[], more: Partial<Derivation> = {}): string | null {
  try {
    const check = derivation(book, { name: "d", covers: [], steps, ...more });
    const [title, source, statement] = ["title", "source", "statement"];
    claim({ id: "a/b", title, source, statement, hypotheses: [], dependsOn: [], book, checks: [check] });
    return null;
  } catch (error) {
    return (error as Error).message.replace('claim "a/b": the derivation "d", ', "");
  }
}

const meanOf = (moments: readonly string[]): Step => {
  return { says: "s", expectation: { of: "s_j*theta_j^2", over: "theta_j", moments, equals: "sum(s_j)" } };
};

test.each([
  [["2", "0", "1"], "the moment of order 0 of theta_j is 2; expected 1, the mean of theta_j^0"],
  [["1", "theta_j", "1"], "the moment of order 1 of theta_j is theta_j; expected a mean, which has no theta_j in it"],
  [
    ["1", "0", "-s_j"],
    "the moment of order 2 of theta_j is -s_j, which is negative, and the mean of an even power is not",
  ],
])("moments %j are those of no random number, and refused", (moments, sentence) => {
  expect(refusalOf([meanOf(moments)])).toBe(`step "s": ${sentence}`);
  expect(refusalOf([meanOf(["1", "x", "1"])])).toBeNull();
});

test("from a hypothesis that is never true all follows: it is refused, and one that may be true is not", () => {
  const step: Step = { says: "s", identity: ["1", "2"], given: { hypothesis: "h", times: "-1" } };
  const under = (zero: string): string | null => refusalOf([step], { hypotheses: { h: { says: "h", zero } } });
  for (const zero of ["1", "lambda", "-lambda - 3", "x^2 + 1"]) {
    expect(under(zero)).toBe(`step "s": the hypothesis h is never true, as ${zero} is never 0: all follows from it`);
  }
  for (const zero of ["x - 1", "lambda - 1", "x^2", "sum(s_j) - 1"]) expect(under(zero)).toBeNull();
});

test("an equation of a sign step that is never true is refused, also where its domains are narrowed", () => {
  const sign = (of: string, at: Record<string, string>, where: SignStep["sign"]["where"] = {}): string | null =>
    refusalOf([{ says: "s", sign: { of, at, is: "nonnegative", where } }]);
  const never = (key: string, value: string): string =>
    `step "s": at says that ${key} is ${value}, which is never true: all follows from it`;
  expect(sign("-s_j", { s_j: "-lambda" })).toBe(never("s_j", "-lambda"));
  expect(sign("x", { x: "-lambda" }, { x: "positive" })).toBe(never("x", "-lambda"));
  expect(sign("x", { x: "-lambda" })).toBeNull();
  expect(sign("s_j", { s_j: "lambda + x^2" })).toBeNull();
});

test("what is prepared may add names and forget formulas, and changes no symbol and no formula of the book", () => {
  const step: Step = { says: "s", identity: ["1", "1"] };
  const changing = (prepare: (from: Book) => Book): string | null => refusalOf([step], { prepare });
  const symbol =
    "cannot be prepared: it changes the symbol theta; where a step needs a smaller domain, that is said in its `where`";
  const formula =
    'cannot be prepared: it changes the formula freedom; give another one a name of its own, or forget it by opaque("freedom")';
  const theta = perMode("\\theta", "positive", "truth");
  const zero = { latex: "F", meaning: "none", text: "0" };
  expect(changing((from) => from.declare({ theta }))).toBe(symbol);
  expect(changing((from) => from.declare({ theta: scalar("\\theta", "real", "one") }))).toBe(symbol);
  expect(changing((from) => from.extend({}, { freedom: zero }))).toBe(formula);
  expect(changing((from) => from.with("freedom", from.expand("0")))).toBe(formula);
  expect(changing((from) => from.declare({ freedom: scalar("F", "positive", "above 0") }))).toBe(formula);
  expect(changing(() => Book.define(book.symbols, {}))).toBe(formula);
  expect(changing((from) => from.opaque("freedom").extend({}, { freedom: zero }))).toBe(formula);
  expect(changing((from) => from.opaque("freedom").declare({ y: scalar("y", "real", "y") }))).toBeNull();
});

test("what every object has, such as a constructor, is the domain of no symbol", () => {
  const odd = Book.define({ constructor: scalar("c", "real", "a symbol with an odd name") }, {});
  const steps: Step[] = [{ says: "s", sign: { of: "constructor", is: "nonnegative" } }];
  const { finding } = derivation(odd, { name: "d", covers: [], steps }).run({} as never);
  expect(finding.verdict).toBe("refuted");
});

test("a sign step's `at` that is no text is refused by its place", () => {
  const sign = { of: "s_j", at: { s_j: 5 }, is: "positive" } as unknown as SignStep["sign"];
  const checks = [derivation(book, { name: "d", covers: [], steps: [{ says: "s", sign }] })];
  const [title, source, statement] = ["title", "source", "statement"];
  expect(() => claim({ id: "a/b", title, source, statement, hypotheses: [], dependsOn: [], book, checks })).toThrow(
    'claim "a/b": its checks[0].derivation.steps[0].sign.at.s_j is 5; expected text',
  );
});
