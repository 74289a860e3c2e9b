import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";
import { moduleWith } from "./claims-module.ts";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "control-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A bit of each kind: escape sequences, C0, DEL, C1, ends of lines, marks of direction, what has no width, half a letter. */
const HOSTILE =
  "red\u001b[31m\u001b]0;title\u0007 b\bc\r\u007f\u009b2J\u0085 \u2028\u2029\u200b\u200e\u202e\u2066\ufeff\u00ad\u{e0041}\ud800 end";
/** What a terminal must not be given: all that is above, but for the end of a line. */
const UNSEEN = /(?!\n)\p{C}|[\u2028\u2029]/u;

/** The same in JavaScript. */
const quoted = JSON.stringify(HOSTILE);
const claims = moduleWith(folder, {
  title: quoted,
  source: quoted,
  statement: quoted,
  hypotheses: `[${quoted}]`,
  name: quoted,
  says: quoted,
  meaning: quoted,
  latex: quoted,
});
const CHECK = ["--claims", claims, "--workers", "1"];

function requireSeen({ stdout, stderr }: Pick<Run, "stdout" | "stderr">): void {
  expect(UNSEEN.exec(stdout)).toBeNull();
  expect(UNSEEN.exec(stderr)).toBeNull();
}

describe("no character that a terminal would act on reaches it", () => {
  test.each([
    ["list", ["list", "--claims", claims]],
    ["list --json", ["list", "--claims", claims, "--json", "-"]],
    ["check", ["check", ...CHECK]],
    ["check --json", ["check", ...CHECK, "--json", "-"]],
    ["report in Markdown", ["report", ...CHECK, "--format", "markdown", "--out", "-"]],
    ["report in JUnit's XML", ["report", ...CHECK, "--format", "junit", "--out", "-"]],
    ["a journal", ["check", ...CHECK, "--journal", join(folder, `a\u001b[31m.jsonl`), "--shard", "1/1"]],
  ])("from a claim: %s", async (_, args) => {
    const run = await sdTheoremsHere(args);
    expect(run.status).toBe(0);
    requireSeen(run);
    // Markdown has a backslash before each of a backslash and a bracket.
    expect((run.stdout + run.stderr).replaceAll(/\\(?=[\\[\]])/g, "")).toContain(String.raw`\u001b[31m`);
  });

  test("from a claim, in a page: only what KaTeX sets formulas with is there", async () => {
    const { status } = await sdTheoremsHere(["report", ...CHECK, "--out", join(folder, "page")]);
    expect(status).toBe(0);
    const words = readFileSync(join(folder, "page/index.html"), "utf8").replaceAll(/[\u200b\u2061\t]/g, "");
    expect(UNSEEN.exec(words)).toBeNull();
  });

  test("from what is not found, not read or not known", async () => {
    const name = HOSTILE.replaceAll("\ud800", "");
    writeFileSync(join(folder, "keys.json"), JSON.stringify({ [HOSTILE]: 1, singularValues: HOSTILE }));
    writeFileSync(join(folder, "lines.csv"), `${name}\n1\n`);
    writeFileSync(
      join(folder, "design.json"),
      JSON.stringify({ design: `${name}.csv`, parameter: [1], noiseVariance: 1 }),
    );
    writeFileSync(
      join(folder, "journal.jsonl"),
      `${JSON.stringify({ kind: HOSTILE, version: "0.1.0", seed: 1, plan: HOSTILE, shard: { index: 1, of: 1 }, settings: {} })}\n`,
    );
    const ridge = ["--lambda", "1", "--xi", "1"];
    for (const args of [
      ["ridge", "--problem", name, ...ridge],
      ["ridge", "--problem", join(folder, "keys.json"), ...ridge],
      ["ridge", "--problem", join(folder, "design.json"), ...ridge],
      ["ridge", "--problem", join(folder, "keys.json"), "--lambda", name, "--xi", "1"],
      [
        "distill",
        "--features",
        join(folder, "lines.csv"),
        "--labels",
        join(folder, "lines.csv"),
        "--test-share",
        "0.5",
      ],
      ["merge", join(folder, "journal.jsonl")],
      ["report", "--from", join(folder, "keys.json")],
      ["check", name],
      ["check", "--evidence", name],
      ["worker", "--queue", name],
      [name],
      ["list", `--${name}`],
      ["list", "--claims", name],
    ]) {
      const run = await sdTheoremsHere(args);
      expect([args, run.status, run.stdout]).toEqual([args, 2, ""]);
      requireSeen(run);
      // One sentence, and perhaps a hint of the parser's.
      expect(run.stderr).toMatch(/^sd-theorems: [^\n]+\n(\(Did you mean [^\n]+\n)?$/);
    }
  });

  test("from the environment", () => {
    const env = { SD_THEOREMS_REDIS_PASSWORD: "a\u001b[31m\u202e" };
    const run = sdTheorems(["worker", "--queue", "redis://127.0.0.1:1", "--idle", "1"], { env });
    expect(run.status).toBe(2);
    requireSeen(run);
  });
});

test("JSON on standard output says what it said: only its spelling is another", async () => {
  const { stdout } = await sdTheoremsHere(["list", "--claims", claims, "--json", "-"]);
  const [claim] = (JSON.parse(stdout) as { claims: { title: string; statement: string }[] }).claims;
  expect([claim!.title, claim!.statement]).toEqual([HOSTILE, HOSTILE]);
});

test("a name with line breaks makes no line of its own", async () => {
  const broken = moduleWith(folder, {
    title: String.raw`"first\n26 supported, 0 refuted"`,
    statement: "`one\n   two`",
  });
  const { stdout } = await sdTheoremsHere(["list", "--claims", broken]);
  expect(stdout).toContain("\n  first 26 supported, 0 refuted\n  one two\n");
});

/** How many columns of a terminal a line takes: two for a letter of East Asia or a picture, none for an accent. */
function columnsOf(line: string): number {
  return Array.from(line).reduce((sum, letter) => {
    if (/\p{M}/u.test(letter)) return sum;
    return sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Emoji_Presentation}、]/u.test(letter) ? 2 : 1);
  }, 0);
}

test("the table's columns stand below each other, with letters that are wide, combined or spelled out", async () => {
  for (const title of [
    "自己蒸留と雑音、長い題名は二行に分かれる、三行にも",
    "a\u0301e\u0308 combined",
    "👩‍🔬 a scientist",
    "\u001b[31mred",
  ]) {
    const { stdout } = await sdTheoremsHere([
      "check",
      ...CHECK.with(1, moduleWith(folder, { title: JSON.stringify(title) })),
    ]);
    const rows = stdout.split("\n").filter((line) => /^[┌│├└]/.test(line));
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(columnsOf)).size).toBe(1);
  }
});

test("the bar of progress on a terminal is drawn by the program, and not by the names of jobs", () => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  const isTTY = process.stderr.isTTY;
  process.stderr.isTTY = true;
  try {
    const progress = showProgress();
    progress.update(0, 2, "");
    progress.update(1, 2, HOSTILE);
    progress.stop();
  } finally {
    process.stderr.isTTY = isTTY;
    spy.mockRestore();
  }
  expect(written.join("")).not.toContain("\u001b[31m");
});
