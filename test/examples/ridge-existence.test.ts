import { describe, expect, test } from "vitest";
import { claims } from "../../examples/ridge-existence/claims.ts";
import { check } from "../../src/run/index.ts";

describe("a claim of another paper, written with the library alone", () => {
  const report = check(claims);
  const [found] = report.claims;

  test.each(found!.evidence.map(({ kind, name, verdict, detail }) => [kind, name, `${verdict}: ${detail}`] as const))(
    "%s: %s",
    (_kind, _name, outcome) => expect(outcome).toMatch(/^supported: /),
  );

  test("all kinds of evidence bear on it, and no broken formula survives any of them", () => {
    expect(new Set(found!.evidence.map(({ kind }) => kind))).toEqual(
      new Set(["derivation", "simulation", "property", "counterexample", "mutation"]),
    );
    for (const { detail } of found!.evidence.filter(({ kind }) => kind === "mutation")) {
      const [, caught, all] = /^(\d+) of (\d+) mutants caught$/.exec(detail)!;
      expect(caught).toBe(all);
    }
  });
});
