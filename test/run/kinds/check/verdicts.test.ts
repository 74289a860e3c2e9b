import fc from "fast-check";
import { expect, test } from "vitest";
import { type Verdict, verdicts } from "../../../../src/evidence/index.ts";
import { groundSentence, standings, statusOf, summaryOf, verdictOfEvidence } from "../../../../src/run/index.ts";

/** c rests on b, which rests on a; d on nothing. */
const chain = [
  { id: "a", dependsOn: [] },
  { id: "b", dependsOn: ["a"] },
  { id: "c", dependsOn: ["b"] },
  { id: "d", dependsOn: [] },
];

const found = (own: Readonly<Record<string, Verdict>>): ReturnType<typeof standings> =>
  standings(chain, new Map(Object.entries(own).map(([id, verdict]) => [id, [{ verdict }]])));
const kindsFor = (own: Readonly<Record<string, Verdict>>): string[] =>
  chain.map(({ id }) => statusOf(found(own).get(id)));

test("evidence amounts to the worst of it, in the order refuted, inconclusive, untested, supported; none of it to nothing", () => {
  expect(verdicts).toEqual(["supported", "untested", "inconclusive", "refuted"]);
  const all = verdicts.map((verdict) => ({ verdict }));
  all.forEach(({ verdict }, i) => expect(verdictOfEvidence(all.slice(0, i + 1).toReversed())).toBe(verdict));
  expect(verdictOfEvidence([])).toBe("inconclusive");
});

test("a claim whose ground is supported has its own verdict", () => {
  expect(kindsFor({ a: "supported", b: "supported", c: "inconclusive", d: "untested" })).toEqual([
    "supported",
    "supported",
    "inconclusive",
    "untested",
  ]);
});

test("a supported claim that rests on an unchecked one, directly or not, is conditional, and names what it waits for", () => {
  const own = { b: "supported", c: "supported", d: "supported" } as const;
  expect(kindsFor(own)).toEqual(["unchecked", "conditional", "conditional", "supported"]);
  expect(found(own).get("c")).toEqual({ verdict: "supported", conditional: ["a"], fallsWith: [] });
  expect(groundSentence(found(own).get("c")!)).toBe(
    "it waits for a, which it rests on and which was not checked in this run",
  );
  expect(found({ c: "supported" }).get("c")!.conditional).toEqual(["a", "b"]);
});

test("a claim is at best what those beneath it are; it names the one whose own evidence makes it fall", () => {
  for (const verdict of ["refuted", "inconclusive", "untested"] as const) {
    const { c, b } = Object.fromEntries(found({ a: verdict, b: "supported", c: "supported" }));
    expect(c).toMatchObject({ verdict, fallsWith: ["a"] });
    expect(b).toMatchObject({ verdict, fallsWith: ["a"] });
    expect(groundSentence(c!)).toBe(`it falls with a, which is ${verdict}: it rests on it`);
    // What may still be found to be supported is waited for.
    expect(c!.conditional).toEqual(verdict === "refuted" ? [] : ["a", "b"]);
  }
});

test("a claim that is no better by itself does not fall with another", () => {
  expect(found({ a: "refuted", b: "refuted" }).get("b")).toEqual({
    verdict: "refuted",
    conditional: [],
    fallsWith: [],
  });
  expect(groundSentence(found({ a: "untested", b: "refuted" }).get("b")!)).toBeNull();
});

test("standings do not depend on the order of evidence, every claim is in the summary once, and ground that is unknown is waited for", () => {
  const some = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(...verdicts));
  fc.assert(
    fc.property(some, (own) => {
      const standing = found(own);
      const reversed = Object.fromEntries(Object.entries(own).toReversed());
      expect(new Map([...found(reversed)].toReversed())).toEqual(standing);
      const counts = Object.values(summaryOf([...standing.values()]));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Object.keys(own).length);
      const rank = (verdict: Verdict): number => verdicts.indexOf(verdict);
      for (const [id, { verdict }] of standing) expect(rank(verdict)).toBeGreaterThanOrEqual(rank(own[id]!));
    }),
  );
  const stranger = standings([{ id: "e", dependsOn: ["f"] }], new Map([["e", [{ verdict: "supported" as const }]]]));
  expect(stranger.get("e")!.conditional).toEqual(["f"]);
});
