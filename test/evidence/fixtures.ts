import type { Context } from "../../src/evidence/claim.ts";
import { Book, scalar } from "../../src/formula/index.ts";

/** A theory with one formula, for tests about evidence in general. */
export const book = Book.define(
  { x: scalar("x", "positive", "a number"), y: scalar("y", "real", "another") },
  {
    area: { latex: "A", meaning: "area of a square", text: "x^2" },
    twice: { latex: "T", meaning: "twice the area", text: "2*area" },
  },
);

export const context: Context = {
  claim: "test/claim",
  seed: 1,
  margin: 0.01,
  engine: "spectral",
  suiteComparisons: 10,
};
