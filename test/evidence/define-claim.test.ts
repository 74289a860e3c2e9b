import { expect, test } from "vitest";
import { claim, type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import fc from "fast-check";
import { book } from "./fixtures.ts";

const derived = derivation(book, {
  name: "by definition",
  covers: ["area"],
  steps: [{ says: "x² is x·x", identity: ["area", "x*x"] }],
});
const taken = counterexample({
  without: "x > 0",
  says: "nothing is known",
  problems: fc.constant(0),
  tries: 1,
  fails: () => "it fails",
  show: String,
});
const definition: Claim = {
  id: "squares/area",
  title: "Squares",
  source: "new here",
  statement: "The area of a square is x².",
  hypotheses: ["x > 0"],
  dependsOn: [],
  book,
  checks: [derived, taken],
};

test("a claim that hangs together is given back as it is", () => {
  expect(claim(definition)).toBe(definition);
});

const NONE =
  "none of its checks could show it to be wrong; expected at least one derivation, certificate, simulation, experiment or property";

test.each([
  ["no title", { title: undefined }, "its title is undefined; expected words"],
  ["an empty source", { source: " " }, 'its source is " "; expected words'],
  ["a statement that is no text", { statement: 3 }, "its statement is 3; expected words"],
  ["no hypotheses", { hypotheses: undefined }, "its hypotheses is undefined; expected a list"],
  ["one thing that it rests on", { dependsOn: "a/b" }, 'its dependsOn is "a/b"; expected a list'],
  ["no checks", { checks: undefined }, "its checks is undefined; expected a list"],
  ["an empty list of checks", { checks: [] }, NONE],
  ["counterexamples alone", { checks: [taken] }, NONE],
  ["no book", { book: undefined }, "its book is none; expected what Book.define gives"],
  ["the same check twice", { checks: [derived, derived] }, 'two checks are called "by definition"'],
])("a claim with %s is refused in one sentence", (_, change, message) => {
  expect(() => claim({ ...definition, ...change } as Claim)).toThrow(
    new RangeError(`claim "squares/area": ${message}`),
  );
});
