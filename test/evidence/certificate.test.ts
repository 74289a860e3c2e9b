import { expect, test } from "vitest";
import { certificate } from "../../src/evidence/certificate.ts";
import type { Finding } from "../../src/evidence/claim.ts";
import { enclose, Intervals } from "../../src/formula/index.ts";
import { book, context } from "./fixtures.ts";

/** Proves that the area of every square with side 1 to 2 is below a bound, or says what its enclosure is. */
const below = (most: number): ReturnType<typeof certificate> =>
  certificate(book, {
    name: "areas stay below a bound",
    covers: ["area"],
    certify: (candidate) => {
      const box = { modes: 0, scalars: { x: Intervals.interval(1, 2) }, perMode: {} };
      const { lower, upper } = enclose(candidate.expand("area"), box);
      const detail = `the area lies in [${Math.round(lower)}, ${Math.round(upper)}]`;
      return { verdict: upper < most ? "supported" : "inconclusive", detail };
    },
  });

test("a certificate is supported where the enclosures separate", () => {
  const { kind, comparisons, examine } = below(5);
  expect([kind, comparisons]).toEqual(["certificate", 0]);
  expect(examine(context).finding).toEqual({ verdict: "supported", detail: "the area lies in [1, 4]" });
});

test("and keeps its own verdict and words where they do not", () => {
  expect(below(3).examine(context).finding).toEqual({ verdict: "inconclusive", detail: "the area lies in [1, 4]" });
});

test("a broken formula is caught where the certificate fails with it, and survives without an excuse where not", () => {
  const { judge } = below(5).examine(context);
  expect(judge(book.with("area", book.expand("x^3")))).toEqual({ caught: true });
  expect(judge(book.with("area", book.expand("x")))).toEqual({ caught: false, blind: null });
});

test("a finding that is none catches nothing", () => {
  const certify = (candidate: typeof book) =>
    (candidate === book ? { verdict: "supported", detail: "" } : {}) as Finding;
  const { judge } = certificate(book, { name: "test", covers: ["area"], certify }).examine(context);
  expect(judge(book.with("area", book.expand("x^3")))).toEqual({ caught: false, blind: null });
});
