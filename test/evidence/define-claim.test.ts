import { expect, test } from "vitest";
import { claim, type Claim, counterexample, derivation } from "../../src/evidence/index.ts";
import fc from "fast-check";
import { Book, scalar } from "../../src/formula/index.ts";
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
  "none of its checks could show it to be wrong; expected at least one derivation, certificate, simulation, trial, experiment or property";

test.each([
  ["no title", { title: undefined }, "its title is undefined; expected words"],
  ["an empty source", { source: " " }, 'its source is " "; expected words'],
  ["a statement that is no text", { statement: 3 }, "its statement is 3; expected words"],
  ["no hypotheses", { hypotheses: undefined }, "its hypotheses is undefined; expected a list"],
  ["one thing that it rests on", { dependsOn: "a/b" }, 'its dependsOn is "a/b"; expected a list'],
  ["no checks", { checks: undefined }, "its checks is undefined; expected a list"],
  ["an empty list of checks", { checks: [] }, NONE],
  ["counterexamples alone", { checks: [taken] }, NONE],
  ["no book", { book: undefined }, "it has no book; expected what Book.define gives"],
  ["the same check twice", { checks: [derived, derived] }, 'two checks are called "by definition"'],
  ["a hypothesis that is no text", { hypotheses: ["x > 0", 5] }, "its hypotheses[1] is 5; expected words"],
  ["an empty hypothesis", { hypotheses: [""] }, 'its hypotheses[0] is ""; expected words'],
  ["nothing that it rests on", { dependsOn: [null] }, "its dependsOn[0] is null; expected text"],
  ["a check that is none", { checks: [null] }, "its checks[0] is null; expected an object"],
  [
    "a check without a name",
    { checks: [{ ...derived, name: undefined }] },
    "its checks[0].name is undefined; expected words",
  ],
  [
    "a check of no kind",
    { checks: [{ ...derived, kind: "mutation" }] },
    'its checks[0].kind is "mutation"; expected one of derivation, certificate, simulation, trial, experiment, property or counterexample',
  ],
  [
    "a check that covers a number",
    { checks: [{ ...derived, covers: [1] }] },
    "its checks[0].covers[0] is 1; expected text",
  ],
  [
    "a check of half a comparison",
    { checks: [{ ...derived, comparisons: 0.5 }] },
    "its checks[0].comparisons is 0.5; expected a whole number",
  ],
  ["a check that does nothing", { checks: [{ ...derived, run: {} }] }, "its checks[0].run is {}; expected a function"],
  [
    "a step without words",
    { checks: [derivation(book, { name: "n", covers: [], steps: [{ identity: ["x", "x"] } as never] })] },
    "its checks[0].derivation.steps[0].says is undefined; expected words",
  ],
  [
    "a step that is none",
    { checks: [derivation(book, { name: "n", covers: [], steps: [{ says: "it holds" } as never] })] },
    'its checks[0].derivation.steps[0] is {"says":"it holds"}; expected one of an identity, an expectation and a sign',
  ],
  [
    "an identity with one side",
    { checks: [derivation(book, { name: "n", covers: [], steps: [{ says: "it holds", identity: ["x"] } as never] })] },
    'its checks[0].derivation.steps[0].identity is ["x"]; expected two formulas',
  ],
  [
    "a formula without LaTeX",
    { book: Book.define({}, { one: { meaning: "a number", text: "1" } as never }) },
    "its book.formulas.one.latex is undefined; expected text",
  ],
  [
    "a symbol that means a number",
    { book: Book.define({ x: scalar("x", "real", 7 as never) }, {}) },
    "its book.symbols.x.meaning is 7; expected text",
  ],
  ["a search that is none", { searches: [{ name: "s" }] }, "its searches[0].run is undefined; expected a function"],
])("a claim with %s is refused in one sentence", (_, change, message) => {
  expect(() => claim({ ...definition, ...change } as Claim)).toThrow(
    new RangeError(`claim "squares/area": ${message}`),
  );
});

test.each([[["a/b"]], [null], [7n], [Symbol("a/b")], [{ toString: () => "a/b" }]])(
  "an id that is no text is refused, whatever it would be as one: %#",
  (id) => {
    expect(() => claim({ ...definition, id } as never)).toThrow("the id must be theory/claim in lower case");
  },
);
