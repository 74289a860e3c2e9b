import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import type { Report } from "../../src/run/index.ts";
import { runs } from "../run/build/copy.ts";
import { MAIN, type Run, sdTheoremsEach } from "./run.ts";

/*
 * Claims of others are programs: whatever such a module does when it is loaded, or later, the user gets one sentence.
 */
const folder = mkdtempSync(join(tmpdir(), "claims-faults-"));
afterAll(() => rmSync(folder, { recursive: true }));

const library = pathToFileURL(join(packageRoot(), "dist", "src", "index.js")).href;

/** A module with a claim that is as it should be, `good`; `inWorker` says where it is loaded. */
const withGood = (text: string): string => `
  import { Book, claim, scalar } from ${JSON.stringify(library)};
  const book = Book.define({ x: scalar("x", "real", "side") }, { area: { latex: "A", meaning: "area", text: "x^2" } });
  const run = () => ({ finding: { verdict: "supported", detail: "d" }, notices: () => ({ noticed: true }) });
  const check = { kind: "certificate", name: "n", covers: ["area"], comparisons: 0, effort: 0, run };
  const good = claim({ id: "squares/area", title: "t", source: "s", statement: "s", hypotheses: ["h"], dependsOn: [], book,
    checks: [check] });
  const inWorker = process.argv[1].includes("worker-entry");
  ${text}`;

let modules = 0;
/** Puts a module into a folder of its own. */
function put(text: string): string {
  const own = join(folder, String(modules++));
  mkdirSync(own);
  writeFileSync(join(own, "m.mjs"), text);
  return join(own, "m.mjs");
}

/** Runs a command on a module, as a process of its own. */
async function run(text: string, [command, ...rest]: readonly [string, ...string[]]): Promise<Run> {
  return runs(MAIN, [command, "--claims", put(text), ...rest]);
}

/** Tries so many at a time: each takes a second or two to start. */
async function each<T>(cases: readonly T[], action: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...cases];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await action(one);
  };
  await Promise.all([work(), work(), work()]);
}

const later = "await new Promise((resolve) => setTimeout(resolve, 50));";

/** What a module does in vain, and words of the reason. */
const faults: readonly (readonly [text: string, reason: string])[] = [
  ["throw null", "null was thrown"],
  ["throw undefined", "undefined was thrown"],
  ['throw "x"', '"x" was thrown'],
  ["throw {}", "an object was thrown"],
  ["throw 7n", "7 was thrown"],
  ['throw Symbol("x")', "Symbol(x) was thrown"],
  ["throw Object.create(null)", "an object was thrown"],
  ["throw () => {}", "was thrown"],
  ["throw { get message() { throw 1; } }", "was thrown"],
  ["throw { toString() { throw 1; } }", "an object was thrown"],
  ["class E extends Error { get message() { throw null; } } throw new E();", "was thrown"],
  ["throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })", "was thrown"],
  ['throw new Error("first\\nsecond")', "first"],
  [String.raw`throw new Error("\u001b[31mred")`, String.raw`\u001b[31mred`],
  ["throw new Error()", "Error was thrown"],
  ["const f = () => f() + 1; f();", "Maximum call stack size exceeded"],
  ["nonsense(", "is no JavaScript: "],
  ['import "./none.mjs"', "Cannot find module"],
  ['export const claims = "x"', "it exports no claims; expected an array named claims"],
  ["export const claims = new Proxy([1], { get() { throw null; } })", "null was thrown"],
  ["const { proxy, revoke } = Proxy.revocable([], {}); revoke(); export const claims = proxy", "revoked"],
  ["export const claims = [{ get id() { throw null; } }]", "null was thrown"],
  ["export const claims = [,]", "claims[0] is undefined; expected what claim() gives"],
  ["export const claims = [[]]", "the id must be theory/claim"],
  [withGood("export const claims = [{ ...good, checks: [null] }]"), "its checks: [0] is null; expected an object"],
  [withGood("export const claims = [{ ...good, checks: [{ ...check, kind: 'faith' }] }]"), '[0].kind is "faith"'],
  [withGood("export const claims = [{ ...good, checks: [{ ...check, covers: 1 }] }]"), "[0].covers is 1"],
  [withGood("export const claims = [{ ...good, checks: [{ ...check, effort: NaN }] }]"), "[0].effort is NaN"],
  [withGood("export const claims = [{ ...good, checks: [{ ...check, run: 1 }] }]"), "[0].run is no function"],
  [withGood("export const claims = [{ ...good, checks: [{ get name() { throw {}; } }] }]"), "an object was thrown"],
];

test.each(faults.map(([text, reason]) => [text.split("\n").at(-1)!.trim(), text, reason]))(
  "%s is refused in one sentence, with exit code 2",
  async (_, text, reason) => {
    const file = put(text);
    const [{ status, stdout, stderr }] = (await sdTheoremsEach([["list", "--claims", file]])) as [Run];
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(`sd-theorems: cannot load claims from ${file}: `);
    expect(stderr).toContain(reason);
  },
);

/** Faults of which a process may die. */
const deadly: readonly (readonly [text: string, reason: string])[] = [
  [`Promise.reject(new Error("aside")); ${later} export const claims = [{}];`, "aside"],
  [`Promise.reject(null); ${later}`, "null was thrown"],
  ['setTimeout(() => { throw new Error("late"); }, 0); export const claims = [{}];', "late"],
  [withGood('setTimeout(() => { throw new Error("late"); }, 0); export const claims = [good];'), "late"],
  ["process.nextTick(() => { throw null; });", "null was thrown"],
  ["process.exit(0)", "it ended the process"],
  ["process.exitCode = 1; process.exit();", "it ended the process"],
  [`setTimeout(() => process.exit(0), 1); ${later}`, "it ended the process"],
  ["await new Promise(() => {});", "it waits for something that never comes (a top-level await)"],
  ["export function then() {}", "it waits for something that never comes"],
];

test("what a module throws aside, or ends, or waits for in vain: one sentence, and exit code 2", async () => {
  await each(deadly, async ([text, reason]) => {
    const { status, stdout, stderr } = await run(text, ["list"]);
    expect([status, stdout], text + stderr).toEqual([2, ""]);
    expect(stderr).toMatch(/^sd-theorems: cannot load claims from \S+m\.mjs: [^\n]*\n$/);
    expect(stderr).toContain(reason);
  });
}, 300_000);

/** What a module does that is no fault. */
const harmless: readonly string[] = [
  "setInterval(() => {}, 1000); export const claims = Object.freeze([Object.freeze(good)])",
  "process.exitCode = 7; console.log('x'.repeat(3e6)); export const claims = new Proxy([good], {})",
];

test("what is no fault is none: the result stands alone on standard output, and the command ends", async () => {
  await each(harmless, async (text) => {
    const { status, stdout } = await run(withGood(text), ["list", "--json", "-"]);
    expect(status, text).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ claims: [{ id: "squares/area" }] });
  });
}, 120_000);

describe("on a worker", () => {
  const check = ["check", "--workers", "1", "--evidence", "certificate"] as const;
  const slow = "check.run = () => { const at = Date.now(); while (Date.now() - at < 4000); return run(); };";

  const inWorkers: readonly (readonly [text: string, reason: string])[] = [
    ["if (inWorker) throw null; export const claims = [good];", "m.mjs: null was thrown"],
    ["if (inWorker) process.exit(0); export const claims = [good];", "its worker ended with exit code 0"],
    ["if (inWorker) setTimeout(() => { throw {}; }, 0); export const claims = [good];", "an object was thrown"],
  ];

  test("what a module does there alone is the reason why its check is not carried out: exit code 3", async () => {
    await each(inWorkers, async ([text, reason]) => {
      const { status, stdout, stderr } = await run(withGood(text), check);
      expect([status, stderr.includes("\n    at ")], text + stderr).toEqual([3, false]);
      expect(stdout, text).toContain("not carried out: ");
      expect(stdout, text).toContain(reason);
    });
  }, 300_000);

  test("each check that gives no result is not carried out, with its own reason, and the others are", async () => {
    const ways = `{
      "throws null": () => { throw null; },
      "throws a proxy": () => { throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } }); },
      "gives null": () => null,
      "gives too much": () => ({ ...run(), finding: { verdict: "supported", detail: "x".repeat(2e7) } }),
      "gives no number": () => ({ ...run(), finding: { verdict: "supported", detail: NaN } }),
      "gives no verdict": () => ({ ...run(), finding: { verdict: "true", detail: "" } }),
      "throws aside": () => { Promise.reject(new Error("aside")); const at = Date.now(); while (Date.now() - at < 50); throw 1; },
      "gives a finding": run }`;
    const checks = `Object.entries(${ways}).map(([name, how]) => ({ ...check, name, run: how }))`;
    const asked = [...check, "--json", "-"] as const;
    const { status, stdout } = await run(withGood(`export const claims = [{ ...good, checks: ${checks} }];`), [
      ...asked,
    ]);
    expect(status).toBe(3);
    const { evidence } = (JSON.parse(stdout) as Report).claims[0]!;
    expect(evidence.map(({ detail }) => detail.replace("not carried out: ", ""))).toEqual([
      "null was thrown",
      "a proxy was thrown",
      expect.stringContaining("null"),
      "its result is too large: 20.0 MB; at most 16.0 MB",
      "the result is no plain data: detail is NaN",
      'its result: finding.verdict is "true"; expected one of "supported", "untested", "inconclusive", "refuted"',
      "aside",
      "d",
    ]);
  });

  test("what it says there, and sends, is not taken for results", async () => {
    const forged = "{ outcome: { result: 1 }, isLast: false }";
    const text = `console.log("x".repeat(3e6)); process.send?.("ready"); process.send?.(${forged}); process.send?.(null);`;
    const { status, stdout } = await run(withGood(`${text} export const claims = [good];`), check);
    expect([status, stdout.includes("1 supported")]).toEqual([0, true]);
  });

  test.each([
    ["throws", "throw new Error('late')", "this was thrown: late"],
    ["ends the process", "process.exit(0)", "it ended the process"],
  ])(
    "where it %s in the midst of a run, the command ends in one sentence, and the journal stays whole",
    async (_, what, reason) => {
      const text = `if (!inWorker) setTimeout(() => { ${what}; }, 1500); ${slow} export const claims = [good];`;
      const journal = join(folder, `${modules}.jsonl`);
      const { status, stdout, stderr } = await run(withGood(text), [...check, "--journal", journal]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.trimEnd().split("\n").at(-1)).toMatch(
        /^sd-theorems: cannot load claims from \S+: after it was loaded, /,
      );
      expect(stderr).toContain(reason);
      expect(stderr).not.toContain("\n    at ");
    },
  );
});
