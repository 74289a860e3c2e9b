import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { claims as everyClaim } from "../../proofs/index.ts";
import { checkClaims, type Report } from "../../src/run/index.ts";
import { MAIN, sdTheorems, sdTheoremsEach } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "resume-"));
afterAll(() => rmSync(folder, { recursive: true }));

const journal = join(folder, "journal.jsonl");
const kinds = ["derivation", "trial", "property", "mutation"] as const;
const check = ["check", "student-estimator", "path-tangent", "--evidence", kinds.join(",")];
const resumable = [...check, "--workers", "1", "--journal", journal, "--resume"];
const lines = (): number => (existsSync(journal) ? readFileSync(journal, "utf8").split("\n").length - 1 : 0);

describe("a run that is stopped again and again", () => {
  /** Begins, or goes on, and sends the signal after the first check. */
  const stopped = async (signal: NodeJS.Signals) => {
    const run = spawn(process.execPath, [MAIN, ...resumable], { stdio: ["ignore", "pipe", "pipe"] });
    const begun = /^\d\/7 /m;
    let said = "";
    run.stderr.setEncoding("utf8").on("data", (text: string) => {
      const wasBegun = begun.test(said);
      said += text;
      if (!wasBegun && begun.test(said)) run.kill(signal);
    });
    const [code, by] = (await once(run, "close")) as [number | null, NodeJS.Signals | null];
    return { code, by, said };
  };

  test("by a full disk: one sentence and exit code 2, and what was done is kept", () => {
    // A limit on the size of files, in kibibytes, acts as a full disk does: the write takes what fits and then fails.
    const limited = ["-c", 'ulimit -f 24; exec "$0" "$@"', process.execPath, MAIN, ...resumable];
    const { status, stderr } = spawnSync("bash", limited, { encoding: "utf8" });
    expect(status).toBe(2);
    const last = stderr.trimEnd().split("\n").at(-1);
    expect(last).toBe(`sd-theorems: cannot write ${journal}: the file is as large as it may become`);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(lines()).toBeGreaterThan(1);
  });

  test("from the keyboard: one line says how to go on, and the exit code is 130", async () => {
    const before = lines();
    const { code, said } = await stopped("SIGINT");
    expect(code).toBe(130);
    expect(said).toMatch(/\nsd-theorems: stopped, with \d of 7 checks done; go on with --resume\n$/);
    expect(lines()).toBeGreaterThan(before);
  });

  test("by SIGKILL", async () => {
    const before = lines();
    expect((await stopped("SIGKILL")).by).toBe("SIGKILL");
    expect(lines()).toBeGreaterThan(before);
  });

  test("comes to the report of one that never was, by going on or by merging what it left", async () => {
    const claims = everyClaim.filter(({ id }) => check.includes(id.slice("ridge/".length)));
    const { digest } = await checkClaims({ claims, evidence: kinds, seed: 1, margin: 0.01, workers: 1 });
    const [report, merged] = [join(folder, "report.json"), join(folder, "merged.json")];
    const { status, stdout, stderr } = sdTheorems([...resumable, "--json", report]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^7 checks to do, of which \d are done already\n/);
    expect(stdout).toContain(`2 supported, 0 refuted, 0 inconclusive, 0 untested · seed 1 · `);
    expect(stdout).toContain(`digest ${digest.slice(0, 12)}`);
    const [run] = await sdTheoremsEach([["merge", journal, "--json", merged]]);
    expect(run!.status).toBe(0);
    expect(run!.stdout).toContain(`digest ${digest.slice(0, 12)}`);
    expect(readFileSync(merged, "utf8")).toBe(readFileSync(report, "utf8"));
    expect((JSON.parse(readFileSync(merged, "utf8")) as Report).digest).toBe(digest);
  });
});

test("a shard says where its part is, and what becomes of it", async () => {
  const path = join(folder, "part.jsonl");
  const given = ["check", "path-tangent", "--evidence", "derivation", "--journal", path, "--shard", "2/2"];
  const [part, merged] = await sdTheoremsEach([given, ["merge", path]]);
  expect(part).toMatchObject({
    status: 0,
    stdout: `part 2/2: 0 of 0 checks carried out, in ${path}; sd-theorems merge makes the whole of all parts\n`,
  });
  expect(merged).toMatchObject({ status: 2, stdout: "", stderr: "sd-theorems: part 1/2 is missing\n" });
});

test("options that do not go together are refused in one sentence with exit code 2", async () => {
  const refusals: readonly (readonly [string[], string])[] = [
    [["--resume"], "--resume needs --journal <file> to go on with"],
    [["--shard", "1/2"], "--shard needs --journal <file> to leave the part in"],
    [["--journal", "x", "--shard", "3/2"], '"3/2" names no shard; expected i/n with i from 1 to n, such as 2/4'],
    [["--journal", "x", "--shard", "1/2", "--json", "-"], "a part has no report; give --json to sd-theorems merge"],
    [["--journal", folder], `cannot write ${folder}: it is a folder`],
    [["--journal", "/dev/null", "--resume"], "/dev/null is no file; a journal must be one"],
    [["--journal", join(folder, "none", "x")], "there is no such file or folder"],
    [["--journal", MAIN, "--resume"], `${MAIN}, line 1 is damaged: it is not JSON`],
    [["--time-limit", "0"], "expected an integer of at least 1"],
    [["--queue", "redis:secret"], "this is not the address of a queue; expected redis://"],
  ];
  const runs = await sdTheoremsEach(refusals.map(([options]) => ["check", "path-tangent", ...options]));
  runs.forEach(({ status, stdout, stderr }, i) => {
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(refusals[i]![1]);
    expect(stderr).toMatch(/^sd-theorems: .*\n$/);
    expect(stderr).not.toContain("secret");
  });
});
