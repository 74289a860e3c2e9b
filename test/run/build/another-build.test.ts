import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../../src/data/index.ts";
import { type Build, buildOf } from "../../../src/run/build/index.ts";
import { digestOf, type Report } from "../../../src/run/index.ts";
import { MAIN } from "../../cli/run.ts";
import { copyOfPackage, replaceIn, runs } from "./copy.ts";

/*
 * A formula is changed after a run was begun, and built: in a copy of the package, as a user who edits src/ridge/book/ridge.ts
 * and compiles. Nothing of what the old code found may then be taken for what the new code says.
 */
const folder = mkdtempSync(join(tmpdir(), "another-build-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

let changed: string;
beforeAll(() => {
  changed = copyOfPackage(file("copy"));
  replaceIn(
    join(file("copy"), "dist", "src", "ridge", "book", "ridge.js"),
    "sum(h_j^2*theta_j^2)",
    "sum(h_j^3*theta_j^2)",
  );
});

const check = ["check", "ridge/path-tangent", "--evidence", "derivation,property", "--workers", "1"];
const own = buildOf();
const wayOn = "name another file with --journal, or remove this one and begin again";

/** The build that a refusal says a file is of, and the one that is expected. */
const builds = (stderr: string): string[] =>
  [...stderr.matchAll(/\bbuild ([0-9a-f]{12}) \(/g)].map(([, digest]) => digest!);

describe("after an exponent was changed and the code was built", () => {
  const [whole, part1, part2] = [file("whole.jsonl"), file("part1.jsonl"), file("part2.jsonl")];
  beforeAll(async () => {
    expect((await runs(MAIN, [...check, "--journal", whole, "--json", file("report.json")])).status).toBe(0);
    expect((await runs(MAIN, [...check, "--journal", part1, "--shard", "1/2"])).status).toBe(0);
    await runs(changed, [...check, "--journal", part2, "--shard", "2/2"]);
  });

  test("a journal is not gone on with: one sentence says why, of which builds, and the way on", async () => {
    const before = readFileSync(whole);
    const { status, stdout, stderr } = await runs(changed, [...check, "--journal", whole, "--resume"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^sd-theorems: [^\n]+\n$/);
    expect(stderr).toContain(`${whole} is the journal of another run: build ${own.digest.slice(0, 12)} (`);
    expect(stderr).toContain(wayOn);
    expect(new Set(builds(stderr)).size).toBe(2);
    expect(readFileSync(whole)).toEqual(before);
    expect((await runs(MAIN, [...check, "--journal", whole, "--resume"])).status).toBe(0);
  });

  test("parts of two builds are not merged, in either order and by neither, nor a part of the old by the new", async () => {
    const merged = await Promise.all([
      runs(MAIN, ["merge", part1, part2]),
      runs(changed, ["merge", part2, part1]),
      runs(changed, ["merge", whole]),
    ]);
    for (const { status, stdout, stderr } of merged) {
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^sd-theorems: [^\n]+\n$/);
      expect(new Set(builds(stderr)).size).toBe(2);
    }
    expect(merged[0].stderr).toContain("expected parts of one run");
    expect(merged[2].stderr).toContain("merge with what made the parts, or make them again");
    expect((await runs(MAIN, ["merge", whole])).status).toBe(0);
  });

  test("a report of the old code is not shown beside the formulas of the new", async () => {
    const given = ["report", "--from", file("report.json"), "--format", "markdown", "--out", "-"];
    const [old, now] = await Promise.all([runs(changed, given), runs(MAIN, given)]);
    expect([old.status, old.stdout]).toEqual([2, ""]);
    expect(new Set(builds(old.stderr)).size).toBe(2);
    expect(now.status).toBe(0);
    expect(now.stdout).toContain(`build ${own.digest.slice(0, 12)}`);
    expect(now.stderr).toContain("its digest is no signature");
  });

  test("journals and reports say the build: its digest, and with what it was made", () => {
    const header = JSON.parse(readFileSync(whole, "utf8").split("\n", 1)[0]!) as { readonly build: Build };
    const report = JSON.parse(readFileSync(file("report.json"), "utf8")) as Report;
    for (const { build } of [header, report]) {
      expect(build).toEqual(own);
      expect(build.node).toBe(process.versions.node);
      expect(build.coq).toMatch(/^\d+\.\d+/);
      expect(build.dependencies["mathjs"]).toMatch(/^\d+\.\d+\.\d+$/);
    }
    const other = { ...report, version: "9.9.9", build: { ...own, digest: "0".repeat(64), node: "24.0.0" } };
    expect(digestOf({ ...other, digest: undefined } as unknown as Report)).toBe(report.digest);
  });
});

test("where the code is built anew while a run is on, new workers perform nothing for it", async () => {
  const copy = file("rebuilt");
  const main = copyOfPackage(copy);
  // A check that changes a formula while it runs, and then takes its worker with it: the next one is another process.
  const formulas = join(copy, "dist", "src", "ridge", "book", "ridge.js");
  replaceIn(
    join(copy, "dist", "src", "run", "kinds", "check", "task.js"),
    "export function performAmong(",
    `import { appendFileSync as append } from "node:fs";
     export function performAmong(claims, task) { append(${JSON.stringify(formulas)}, " "); process.exit(1); }
     function unused(`,
  );
  const { status, stdout } = await runs(main, check);
  expect(status).toBe(3);
  expect(stdout).toContain("its worker ended with exit code 1");
  expect(stdout.replaceAll(/[\s│]+/g, " ")).toContain("the code was built anew since this run, or worker, was started");
});

describe("a module that a file of claims imports", () => {
  const library = pathToFileURL(join(packageRoot(), "dist", "src", "index.js")).href;
  const [claims, helper, journal] = [file("claims.mjs"), file("helper.mjs"), file("claims.jsonl")];
  const given = ["check", "--claims", claims, "--evidence", "certificate", "--workers", "1"];
  const says = (verdict: string): void => writeFileSync(helper, `export const verdict = "${verdict}";`);
  beforeAll(() => {
    says("supported");
    writeFileSync(
      claims,
      `import { Book, claim, scalar } from ${JSON.stringify(library)};
      import { verdict } from "./helper.mjs";
      const book = Book.define({ x: scalar("x", "real", "side") }, { area: { latex: "A", meaning: "area", text: "x^2" } });
      const run = () => ({ finding: { verdict, detail: "helper says " + verdict }, notices: () => ({ noticed: true }) });
      export const claims = [claim({ id: "squares/area", title: "Squares", source: "new", statement: "x² = x·x",
        hypotheses: [], dependsOn: [], book,
        checks: [{ kind: "certificate", name: "by a helper", covers: ["area"], comparisons: 0, effort: 0, run }] })];`,
    );
  });

  test("is a part of the build: after it has changed, neither journal nor report are gone on with", async () => {
    const first = await runs(MAIN, [...given, "--journal", journal, "--json", file("claims.json")]);
    expect([first.status, first.stderr]).toEqual([0, expect.not.stringContaining("computed")]);
    const { build } = JSON.parse(readFileSync(file("claims.json"), "utf8")) as Report;
    expect(build).toEqual({ ...own, digest: expect.not.stringMatching(own.digest) as string });
    says("refuted");
    const [resumed, merged, shown, again] = await Promise.all([
      runs(MAIN, [...given, "--journal", journal, "--resume"]),
      runs(MAIN, ["merge", journal]),
      runs(MAIN, ["report", "--from", file("claims.json"), "--claims", claims, "--out", "-"]),
      runs(MAIN, given),
    ]);
    for (const { status, stdout, stderr } of [resumed, merged, shown]) {
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^sd-theorems: [^\n]+\n$/);
    }
    expect(resumed.stderr).toContain(`${claims}, or a module that it imports, has changed since; ${wayOn}`);
    expect(merged.stderr).toContain("is not what the run was planned with; begin the run again");
    expect(shown.stderr).toContain("check the claims again");
    expect(again.status).toBe(1);
    says("supported");
    expect((await runs(MAIN, [...given, "--journal", journal, "--resume"])).status).toBe(0);
  });

  test("whose name is computed is told of: its changes are not seen", async () => {
    const odd = file("odd.mjs");
    writeFileSync(odd, `const name = "./claims.mjs";\nexport const { claims } = await import(name);`);
    const { status, stderr } = await runs(MAIN, ["check", "--claims", odd, "--evidence", "certificate"]);
    expect(status).toBe(0);
    expect(stderr).toContain("odd.mjs, line 2: what is loaded there has a computed name");
  });
});
