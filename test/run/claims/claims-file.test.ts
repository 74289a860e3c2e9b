import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { claims as ownClaims } from "../../../proofs/index.ts";
import { packageRoot } from "../../../src/data/index.ts";
import { check, type Report } from "../../../src/run/index.ts";
import { loadClaims } from "../../../src/run/claims/claims-file.ts";
import { sdTheorems, sdTheoremsEach } from "../../cli/run.ts";

const folder = mkdtempSync(join(tmpdir(), "claims-"));
afterAll(() => rmSync(folder, { recursive: true }));
const example = join(packageRoot(), "dist", "examples", "ridge-existence", "claims.js");
const kinds = ["derivation", "counterexample"] as const;

test("claims of another paper get the same report on workers, from a journal, from its parts and in this process", async () => {
  const { digest } = check(await loadClaims(example), { evidence: kinds, seed: 3 });
  const given = ["check", "--claims", example, "--evidence", kinds.join(","), "--seed", "3"];
  const { status, stdout } = sdTheorems([...given, "--json", "-"]);
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as Report).digest).toBe(digest);
  const parts = [1, 2].map((index) => join(folder, `part${index}.jsonl`));
  const runs = await sdTheoremsEach([
    ...parts.map((part, i) => [...given, "--workers", "1", "--journal", part, "--shard", `${i + 1}/2`]),
    ["merge", ...parts, "--json", "-"],
  ]);
  expect(runs.map((run) => run.status)).toEqual([0, 0, 0]);
  expect((JSON.parse(runs.at(-1)!.stdout) as Report).digest).toBe(digest);
});

test.runIf(process.platform !== "win32")("a pipe in place of a module is refused, not waited for", async () => {
  const pipe = join(folder, "pipe.mjs");
  expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
  await expect(loadClaims(pipe)).rejects.toThrow(`cannot read ${pipe}: it is a pipe, not a file`);
  await expect(loadClaims("/dev/fd/0")).rejects.toThrow("cannot read /dev/fd/0: it is a");
});

const CHECK = 'name: "n", comparisons: 0, run: () => {}';

const claim = (fields: string): string => `{
  id: "paper/claim", title: "t", source: "s", statement: "s", hypotheses: ["x > 0"], dependsOn: [],
  book: { symbols: {}, formulas: new Map() }, checks: [{ kind: "property", ${CHECK}, covers: [] }], ${fields} }`;

test("a file of claims that has changed is not run in the place of the one that was planned with", async () => {
  const [file, journal] = [join(folder, "changing.mjs"), join(folder, "changing.jsonl")];
  const text = `export const claims = [${claim("")}];`;
  writeFileSync(file, text);
  const given = ["check", "--claims", file, "--evidence", "derivation", "--journal", journal, "--shard", "1/1"];
  const [made, merged] = await sdTheoremsEach([given, ["merge", journal]]);
  expect([made!.status, merged!.status]).toEqual([0, 3]);
  writeFileSync(file, `${text}\nprocess.exit(7);\n`);
  expect(sdTheorems(["merge", journal])).toMatchObject({
    status: 2,
    stdout: "",
    stderr: `sd-theorems: cannot load claims from ${file}: ${file}, or a module that it imports, is not what the run was planned with; begin the run again\n`,
  });
});

test.each([
  ["no module", "nonsense(", "cannot load claims from FILE: "],
  ["a module that throws", 'throw new Error("first\\nsecond")', "cannot load claims from FILE: first"],
  [
    "no claims",
    "export const claim = [];",
    "cannot load claims from FILE: it exports no claims; expected an array named claims",
  ],
  [
    "an empty list",
    "export const claims = [];",
    "cannot load claims from FILE: it exports no claims; expected an array named claims",
  ],
  [
    "something else",
    "export const claims = [null];",
    "cannot load claims from FILE: claims[0] is null; expected what claim() gives",
  ],
  [
    "an odd id",
    `export const claims = [${claim('id: "Claim"')}];`,
    'cannot load claims from FILE: claim "Claim": the id must be theory/claim in lower case, such as ridge/optimal-xi',
  ],
  [
    "a formula that is not there",
    `export const claims = [${claim(`checks: [{ kind: "property", ${CHECK}, covers: ["f"] }]`)}];`,
    'cannot load claims from FILE: claim "paper/claim": the property "n" covers f, no formula of its book',
  ],
  [
    "a hypothesis that is not there",
    `export const claims = [${claim(`checks: [{ kind: "counterexample", ${CHECK}, covers: [], without: "y" }]`)}];`,
    'cannot load claims from FILE: claim "paper/claim": a counterexample drops "y", which is not among its hypotheses',
  ],
  [
    "counterexamples alone",
    `export const claims = [${claim(`checks: [{ kind: "counterexample", ${CHECK}, covers: [], without: "x > 0" }]`)}];`,
    'cannot load claims from FILE: claim "paper/claim": none of its checks could show it to be wrong; expected at least one derivation, ',
  ],
  [
    "no source",
    `export const claims = [${claim("source: undefined")}];`,
    'cannot load claims from FILE: claim "paper/claim": its source is undefined; ',
  ],
  [
    "the same claim twice",
    `export const claims = [${claim("")}, ${claim("")}];`,
    "cannot load claims from FILE: two claims are called paper/claim",
  ],
  [
    "a claim before what it rests on",
    `export const claims = [${claim('dependsOn: ["paper/other"]')}];`,
    "cannot load claims from FILE: paper/claim depends on paper/other, which does not come before it",
  ],
])("%s is refused in one sentence", async (what, text, message) => {
  const file = join(folder, `${what.replaceAll(" ", "-")}.mjs`);
  writeFileSync(file, text);
  const [run] = await sdTheoremsEach([["check", "--claims", file]]);
  expect([run!.status, run!.stdout]).toEqual([2, ""]);
  expect(run!.stderr).toContain(`sd-theorems: ${message.replace("FILE", file)}`);
  expect(run!.stderr).toMatch(/^[^\n]+\n$/);
});

test("a check that cannot be carried out has that as its reason in this process, as it has on a worker", () => {
  const [own] = ownClaims;
  const broken = {
    ...own!.checks[0]!,
    run: () => {
      throw new RangeError("no such design");
    },
  };
  const { claims } = check([{ ...own!, checks: [broken] }], { evidence: ["derivation"] });
  expect(claims[0]).toMatchObject({
    verdict: "inconclusive",
    evidence: [{ verdict: "inconclusive", detail: "not carried out: no such design" }],
  });
});

test("a formula that no check covers is named after the table, in the report and in what is made of it", async () => {
  const file = join(folder, "uncovered.mjs");
  const library = pathToFileURL(join(packageRoot(), "dist", "src", "index.js")).href;
  writeFileSync(
    file,
    `import { Book, claim, derivation, scalar } from ${JSON.stringify(library)};
    const told = { latex: "f", meaning: "area" };
    const book = Book.define({ x: scalar("x", "real", "side") }, {
      area: { ...told, text: "x^2" }, half: { ...told, text: "x^2/3" } });
    const steps = [{ says: "x² is x·x", identity: ["area", "x*x"] }];
    export const claims = [claim({ id: "squares/area", title: "Squares", source: "new", statement: "x² = x·x", hypotheses: [],
      dependsOn: [], book, checks: [derivation(book, { name: "by definition", covers: ["area"], steps })] })];`,
  );
  const json = join(folder, "uncovered.json");
  const given = ["--claims", file, "--evidence", "derivation"];
  const [run] = await sdTheoremsEach([["check", ...given, "--json", json]]);
  expect(run!.stdout).toContain("\nno check covers half of squares/area: it may be wrong\n1 supported, ");
  expect((JSON.parse(readFileSync(json, "utf8")) as Report).claims[0]!.uncovered).toEqual(["half"]);
  const formats = ["markdown", "html"].map((format) => {
    return ["report", "--from", json, "--claims", file, "--format", format, "--out", "-"];
  });
  const [markdown, html] = await sdTheoremsEach(formats);
  expect(markdown!.stdout).toContain("**not covered**: no check covers half of squares/area");
  expect(html!.stdout).toContain("<p>No check covers half: it may be wrong.</p>");
});

test("a seed or a margin out of range is refused", () => {
  expect(() => check([], { seed: -1 })).toThrow("seed is -1; expected an integer of at least 0");
  expect(() => check([], { margin: 1 })).toThrow("margin is 1; expected a number between 0 and 1");
});
