import { expect, test } from "vitest";
import { derivation } from "../../src/evidence/derivation.ts";
import type { Assumption, Step } from "../../src/evidence/step.ts";
import { outcomeOf } from "../../src/evidence/step-outcome.ts";
import { type Book, Fractions, perMode } from "../../src/formula/index.ts";
import { book, context } from "./fixtures.ts";

const identity: Step = { says: "twice the area", identity: ["twice", "x^2 + x^2"] };
const run = (steps: Step[]): ReturnType<ReturnType<typeof derivation>["run"]> =>
  derivation(book, { name: "test", covers: ["area"], steps }).run(context);
/** Why a step does not hold, or null. */
const failureOf = (step: Step, among: Book, hypotheses?: Readonly<Record<string, Assumption>>): string | null => {
  const outcome = outcomeOf(step, among, hypotheses);
  return outcome.kind === "holds" ? null : outcome.says;
};

test("a derivation is supported when every step is proved", () => {
  const sign: Step = { says: "areas are positive", sign: { of: "area", is: "positive" } };
  expect(run([identity, sign]).finding).toEqual({ verdict: "supported", detail: "2 exact steps" });
});

test("a wrong step refutes it, with its words, a point and both values", () => {
  const wrong: Step = { says: "the area is twice the side", identity: ["area", "2*x"] };
  const { verdict, detail } = run([identity, wrong]).finding;
  expect(verdict).toBe("refuted");
  const sentence =
    /^the area is twice the side: area = 2\*x fails: at x = (\d+) the left side is (\d+) and the right side (\d+)$/;
  const [x, left, right] = sentence.exec(detail)!.slice(1).map(Number);
  expect([left, right]).toEqual([x! ** 2, 2 * x!]);
  expect(left).not.toBe(right);
});

test("a broken formula is caught where a step fails with it, and survives where none does", () => {
  const broken = book.with("area", book.expand("x^3"));
  expect(run([identity]).notices(broken)).toEqual({ noticed: true });
  const elsewhere: Step = { says: "twice is twice, whatever the area", identity: ["twice", "area + area"] };
  expect(run([elsewhere]).notices(broken)).toEqual({ noticed: false, because: null });
});

test("an expectation step knows only the moments it is given", () => {
  const step = (equals: string): Step => ({
    says: "second moment",
    expectation: { of: "(x*y)^2", over: "y", moments: ["1", "0", "3"], equals },
  });
  expect(failureOf(step("sum(3*area)"), book)).toBeNull();
  expect(failureOf(step("sum(2*area)"), book)).toBe("the expectation of (x*y)^2 is not sum(2*area)");
});

test("a step may cite a hypothesis by name, with its multiplier, and holds under it alone", () => {
  const hypotheses = { unit: { says: "the square has area 1", zero: "area - 1" } };
  const step = (times: string, hypothesis = "unit"): Step => ({
    says: "",
    identity: ["x^4", "1"],
    given: { hypothesis, times },
  });
  expect(failureOf(step("x^2 + 1"), book, hypotheses)).toBeNull(); // x⁴ − 1 = (x² + 1)(x² − 1)
  expect(failureOf(step("x^2 - 1"), book, hypotheses)).toMatch(/^x\^4 = .* fails: at x = /);
  expect(failureOf(step("x^2 + 1", "other"), book, hypotheses)).toBe("x^4 = 1: no hypothesis is named other");
  expect(failureOf({ says: "", identity: ["x^4", "1"] }, book)).toMatch(/fails/);
});

test("a step beyond the kernel is refused with its text and with what to do", () => {
  const sums = book.declare({ s: perMode("s", "positive", "s") });
  const advice = 'make it a formula of its own and declare that opaque in `prepare`, by book.opaque("its name")';
  expect(failureOf({ says: "", sign: { of: "x/sum(s_j)", is: "positive" } }, sums)).toBe(
    `x/sum(s_j): a sum stands in a denominator: ${advice}`,
  );
  expect(failureOf({ says: "", identity: ["sum(s_j)^3", "x + sum(s_j)^3 - x"] }, sums)).toBe(
    `sum(s_j)^3 = x + sum(s_j)^3 - x: a product of more than two sums is beyond the kernel; for each sum too many, ${advice}`,
  );
});

test("a sign that the coefficients do not certify is no step", () => {
  const step: Step = { says: "", sign: { of: "area - y", is: "nonnegative" } };
  expect(outcomeOf(step, book).kind).toBe("fails");
  const [x, y, value] = /^area - y is not nonnegative: at x = (\S+), y = (\S+) it is (\S+)$/
    .exec(failureOf(step, book)!)!
    .slice(1)
    .map((text) => Fractions.parse(text)!);
  expect(Fractions.subtract(Fractions.power(x!, 2), y!)).toEqual(value);
  expect(Fractions.sign(value!)).toBe(-1);
  const nonnegative: Step = { says: "", sign: { of: "y^2", is: "positive" } };
  expect(outcomeOf(nonnegative, book)).toEqual({ kind: "fails", says: "y^2 is not positive: at y = 0 it is 0" });
  expect(failureOf({ says: "", sign: { of: "y^2", is: "positive", where: { y: "nonzero" } } }, book)).toBeNull();
});

test("a step under a named hypothesis holds where its multiplier makes up the difference, and not otherwise", () => {
  const hypotheses = { square: { says: "x is y", zero: "x - y" } };
  const step = (times: string, hypothesis = "square"): Step => ({
    says: "equal sides, equal areas",
    identity: ["x^2", "y^2"],
    given: { hypothesis, times },
  });
  expect(failureOf(step("x + y"), book, hypotheses)).toBeNull();
  expect(failureOf(step("x"), book, hypotheses)).toMatch(/^x\^2 = y\^2 \+ \(x\)\*\(x - y\) fails: at /);
  expect(failureOf(step("x + y", "circle"), book, hypotheses)).toBe("x^2 = y^2: no hypothesis is named circle");
});

test("a sign that is right but that no coefficient certifies is not decided: neither holds nor fails", () => {
  const square: Step = { says: "a square", sign: { of: "x^2 - x*y + y^2", is: "nonnegative" } };
  expect(outcomeOf(square, book)).toEqual({
    kind: "undecided",
    says: "the coefficients of x^2 - x*y + y^2 do not certify that it is nonnegative",
  });
  expect(run([square]).finding.verdict).toBe("inconclusive");
});

test("a broken formula that lies beyond the kernel is not caught by that: an error says nothing of values", () => {
  const sums = book.extend(
    { s: perMode("s", "positive", "s") },
    { share: { latex: "p", meaning: "share", text: "x + sum(s_j)" } },
  );
  // The values of these agree; the kernel takes no sum in a denominator.
  const broken = sums.with("share", sums.expand("(x + sum(s_j))^2/(x + sum(s_j))^1"));
  const { notices } = derivation(sums, {
    name: "test",
    covers: ["share"],
    steps: [{ says: "a sign", sign: { of: "share - sum(s_j)", is: "positive" } }],
  }).run(context);
  expect(notices(broken)).toEqual({ noticed: false, because: null });
});

const between = book.declare({ gap: { ...book.symbols["x"]!, meaning: "y − x" } });
const larger = (at: Readonly<Record<string, string>>, is: "positive" | "nonnegative" = "positive"): Step => ({
  says: "the larger square",
  sign: { of: "y^2 - area", at, is },
});

test("a sign step holds for the formula itself, where its equations do", () => {
  expect(outcomeOf(larger({ y: "x + gap" }), between).kind).toBe("holds");
  expect(outcomeOf(larger({ y: "x - gap" }), between).kind).toBe("fails");
  expect(outcomeOf(larger({ area: "y^2 - gap" }), between).kind).toBe("holds"); // a formula, whatever it is made of
  expect(outcomeOf(larger({ y: "x + gap" }), between.with("area", between.expand("x^3"))).kind).toBe("fails");
});

test.each([
  [{ gap: "x" }, "at replaces gap, which does not occur"],
  [{ y: "y + gap" }, "at gives y a value that has y in it, which it replaces"],
  [{ y: "x + gap", x: "y + gap" }, "at gives y a value that has x in it, which it replaces"],
  [{ z: "x" }, "z is neither a symbol nor an earlier formula"],
])("equations %j are refused: %s", (at, message) => {
  expect(failureOf(larger(at as unknown as Record<string, string>), between)).toContain(message);
});

test("a domain may be narrowed in one mode alone", () => {
  const modes = book.declare({ t: perMode("t", "real", "t") });
  const sign = (of: string): Step => ({ says: "", sign: { of, is: "positive", where: { t_j: "nonzero" } } });
  expect(outcomeOf(sign("t_j^2"), modes).kind).toBe("holds");
  expect(outcomeOf(sign("t_k^2"), modes).kind).toBe("fails");
});

test.each<[string, Step]>([
  ["1.99999999999999999", { says: "false by one part in 10¹⁷", identity: ["twice", "1.99999999999999999*area"] }],
  ["1e-400", { says: "false by 10⁻⁴⁰⁰", identity: ["area + 1e-400", "area"] }],
  ["0.5", { says: "a half", identity: ["area", "area"], given: { hypothesis: "unit", times: "0.5" } }],
  ["2.5", { says: "moments", expectation: { of: "y", over: "y", moments: ["1", "2.5"], equals: "0" } }],
  ["1e3", { says: "a sign", sign: { of: "x + 1e3", is: "positive" } }],
])("a number that is not written in digits is refused where the derivation is made: %s", (number, step) => {
  const hypotheses = { unit: { says: "the area is 1", zero: "area - 1" } };
  const { unreadable } = derivation(book, { name: "test", covers: [], hypotheses, steps: [step] });
  expect(unreadable!(book)).toContain(`cannot read ${number} in the formula`);
});
