import { join } from "node:path";
import { expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { areOurs, chooseClaims } from "../../src/cli/choose-claims.ts";
import { packageRoot } from "../../src/data/index.ts";
import { sdTheoremsEach } from "./run.ts";

const example = join(packageRoot(), "dist", "examples", "ridge-existence", "claims.js");

test("a theory's name stands for all its claims, in reading order, and with other ids each claim is chosen once", () => {
  const ofLogistic = claims.filter(({ id }) => id.startsWith("logistic/"));
  expect(chooseClaims(["logistic"])).toEqual(ofLogistic);
  expect(chooseClaims(["logistic", "rounds", "ridge/optimal-xi"]).map(({ id }) => id)).toEqual([
    "ridge/optimal-xi",
    ...ofLogistic.map(({ id }) => id),
  ]);
  expect(() => chooseClaims(["logisti"])).toThrow("there is no claim logisti; did you mean logistic?");
});

test("claims of another paper are listed and searched, and nothing is said of files that it does not have", async () => {
  const [listed, searched, checked, unknown] = await sdTheoremsEach([
    ["list", "--claims", example],
    ["search", "small-penalties", "--claims", example, "--tries", "20", "--workers", "1"],
    ["check", "--claims", example, "--evidence", "counterexample", "--workers", "1"],
    ["search", "ridge/oracle", "--claims", example],
  ]);
  expect(listed!.stdout).toMatch(/^ridge-existence\/small-penalties\n {2}Some ridge estimator/);
  expect([searched!.status, searched!.stdout]).toEqual([0, expect.stringContaining("no counterexample found: 20 ")]);
  expect(checked!.stdout).toContain("1 supported, 0 refuted, 0 inconclusive");
  expect(checked!.stdout).not.toMatch(/Coq|proofs\/|docs\//);
  expect([unknown!.status, unknown!.stderr]).toEqual([2, expect.stringContaining("there is no claim ridge/oracle")]);
  expect([areOurs([{ id: "ridge-existence/small-penalties" }]), areOurs([{ id: "ridge/oracle" }])]).toEqual([
    false,
    true,
  ]);
});
