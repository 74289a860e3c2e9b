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
  const { kind, comparisons, run } = below(5);
  expect([kind, comparisons]).toEqual(["certificate", 0]);
  expect(run(context).finding).toEqual({ verdict: "supported", detail: "the area lies in [1, 4]" });
});

test("and keeps its own verdict and words where they do not", () => {
  expect(below(3).run(context).finding).toEqual({ verdict: "inconclusive", detail: "the area lies in [1, 4]" });
});

test("a broken formula is caught where the certificate fails with it, and survives without an excuse where not", () => {
  const { notices } = below(5).run(context);
  expect(notices(book.with("area", book.expand("x^3")))).toEqual({ noticed: true });
  expect(notices(book.with("area", book.expand("x")))).toEqual({ noticed: false, because: null });
});

test("a finding that is none catches nothing", () => {
  const certify = (candidate: typeof book) =>
    (candidate === book ? { verdict: "supported", detail: "" } : {}) as Finding;
  const { notices } = certificate(book, { name: "test", covers: ["area"], certify }).run(context);
  expect(notices(book.with("area", book.expand("x^3")))).toEqual({ noticed: false, because: null });
});
