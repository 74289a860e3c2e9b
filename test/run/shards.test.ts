import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claims as everyClaim } from "../../proofs/index.ts";
import { InvalidInput } from "../../src/data/index.ts";
import { carryOut, checkClaims, merge, planChecks, type Report, Stopped } from "../../src/run/index.ts";
import { jobsOfShard, parseShard } from "../../src/run/shard.ts";

const claims = everyClaim.filter(({ id }) => id === "ridge/student-estimator" || id === "ridge/path-tangent");
const plan = { claims, evidence: ["derivation", "property", "mutation"], seed: 3, margin: 0.01 } as const;

const folder = mkdtempSync(join(tmpdir(), "shards-"));
const file = (name: string): string => join(folder, name);
const [whole, part1, part2] = [file("whole.jsonl"), file("part1.jsonl"), file("part2.jsonl")] as const;
let report: Report;
beforeAll(async () => {
  const { run } = planChecks(plan);
  const part = async (path: string, index: number): Promise<unknown> =>
    carryOut(run, { workers: 1, journal: { path, resume: false }, shard: { index, of: 2 } });
  [report] = await Promise.all([
    checkClaims({ ...plan, workers: 1, journal: { path: whole, resume: false } }),
    part(part1, 1),
    part(part2, 2),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const digestOf = async (paths: readonly string[]): Promise<string> => ((await merge(paths)).report as Report).digest;

test("shards merge to the report of an undivided run, mutation scores and digest included, in any order", async () => {
  expect(report.claims.map(({ verdict }) => verdict)).toEqual(["supported", "supported"]);
  expect(await digestOf([part1, part2])).toBe(report.digest);
  expect(await digestOf([part2, part1])).toBe(report.digest);
});

test("the journal of an undivided run is a whole by itself", async () => {
  expect((await merge([whole])).report).toEqual(report);
});

test("a journal that was cut off is gone on with to the same report, and only what is missing is done", async () => {
  const lines = readFileSync(whole, "utf8").split("\n");
  const cut = file("cut.jsonl");
  const kept = lines.length - 2;
  writeFileSync(cut, `${lines.slice(0, kept).join("\n")}\n${lines[kept]!.slice(0, 50)}`);
  const steps: number[] = [];
  const onProgress = (done: number): number => steps.push(done);
  const resumed = await checkClaims({ ...plan, journal: { path: cut, resume: true }, workers: 1, onProgress });
  expect(resumed.digest).toBe(report.digest);
  expect(steps).toEqual([kept - 1, kept]);
  expect(await digestOf([cut])).toBe(report.digest);
});

test("a check that is not carried out is inconclusive with the reason, and so is its mutation score; it is tried again on resuming", async () => {
  const path = file("slow.jsonl");
  const one = { ...plan, claims: claims.slice(1), evidence: ["derivation", "mutation"], workers: 1 } as const;
  const slow = await checkClaims({ ...one, timeLimit: 0.001, journal: { path, resume: false } });
  const [check, mutation] = slow.claims[0]!.evidence;
  expect(check).toMatchObject({ verdict: "inconclusive", detail: "not carried out: it did not end within 0.001 s" });
  expect(mutation).toMatchObject({
    verdict: "inconclusive",
    detail: `no score without what was not carried out: ${check!.name}`,
  });
  expect(((await merge([path])).report as Report).digest).toBe(slow.digest);
  const again = await checkClaims({ ...one, journal: { path, resume: true } });
  expect(again.summary.supported).toBe(1);
  expect(await digestOf([path])).toBe(again.digest);
});

test("a run is stopped by its signal: what was done is in the journal", async () => {
  const stop = new AbortController();
  const path = file("stopped.jsonl");
  const onProgress = (done: number): void => {
    if (done === 2) stop.abort();
  };
  const run = checkClaims({ ...plan, workers: 1, journal: { path, resume: false }, signal: stop.signal, onProgress });
  await expect(run).rejects.toThrow(Stopped);
  expect(readFileSync(path, "utf8").split("\n").length).toBe(1 + 2 + 1);
});

const changed = (path: string, change: (lines: string[]) => string[]): string => {
  const other = file(`changed-${path.slice(folder.length + 1)}`);
  writeFileSync(other, change(readFileSync(path, "utf8").split("\n")).join("\n"));
  return other;
};
const withHeader = (path: string, change: object): string =>
  changed(path, ([first, ...rest]) => [JSON.stringify({ ...(JSON.parse(first!) as object), ...change }), ...rest]);
const withSettings = (path: string, change: object): string => {
  const { settings } = JSON.parse(readFileSync(path, "utf8").split("\n")[0]!) as { readonly settings: object };
  return withHeader(path, { settings: { ...settings, ...change } });
};

test.each<[string, () => string[], string]>([
  ["overlap", () => [part1, part2, part1], `${part1} and ${part1} overlap: both are part 1/2`],
  ["miss one", () => [part2], "part 1/2 is missing"],
  ["miss the last one", () => [part1], "part 2/2 is missing"],
  ["are none", () => [], "there is nothing to merge"],
  ["are of different divisions", () => [part1, whole], "does not go with"],
  ["have another seed", () => [part1, withHeader(part2, { seed: 4 })], "seed 4; expected seed 3"],
  ["are of another version", () => [part1, withHeader(part2, { version: "0.0.9" })], "version 0.0.9; expected version"],
  [
    "are all of another version",
    () => [withHeader(whole, { version: "0.0.9" })],
    "cannot be merged here: version 0.0.9",
  ],
  ["are of another kind", () => [withHeader(whole, { kind: "guess" })], "there are no parts of kind guess"],
  ["are of searches", () => [withHeader(whole, { kind: "search" })], "there are no parts of kind search"],
  ["are of another plan", () => [withHeader(whole, { plan: "ab" })], "what it was planned from has changed since"],
  ["hold other settings", () => [withSettings(whole, { margin: 0.5 })], "what it was planned from has changed since"],
  ["hold an unknown claim", () => [withSettings(whole, { claims: ["a"] })], "there is no claim a"],
  ["hold no settings", () => [withHeader(whole, { settings: {} })], "line 1: the field claims is missing"],
  ["lack a job", () => [changed(whole, (lines) => lines.toSpliced(2, 1))], "lacks 1 of its 5 jobs, such as ridge/"],
  [
    "have a job too many",
    () => [changed(whole, ([first, ...rest]) => [first!, '{"job":"a","result":1}', ...rest])],
    "has a job that does not belong to it: a",
  ],
  [
    "hold a result that is none",
    () => [changed(whole, (lines) => [lines[0]!, lines[1]!.replace('"supported"', '"true"'), ...lines.slice(2)])],
    'finding.verdict is "true"; expected one of "supported"',
  ],
  [
    "hold a time that is none",
    () => [changed(whole, (lines) => [lines[0]!, lines[1]!.replace('"seconds":', '"seconds":-'), ...lines.slice(2)])],
    "seconds is -0.",
  ],
])("parts that %s are refused in one sentence", async (_, paths, message) => {
  const refused = merge(paths());
  await expect(refused).rejects.toThrow(InvalidInput);
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.not.toThrow(/\n/);
});

test("bytes changed anywhere in a part give a report or one sentence, never anything else", async () => {
  const bytes = readFileSync(whole);
  const path = file("fuzzed.jsonl");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 6 }), fc.nat(2000), fc.nat(9), async (put, at, instead) => {
      writeFileSync(path, Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + instead)]));
      const message = await merge([path]).then(
        () => "",
        (error: unknown) => (error instanceof InvalidInput ? error.message : `not refused: ${String(error)}`),
      );
      expect(message).not.toMatch(/\n|^not refused/);
    }),
    { numRuns: 40 },
  );
});

test("every job is in exactly one shard, whatever their number", () => {
  const efforts = fc.array(fc.nat(50), { maxLength: 30 });
  fc.assert(
    fc.property(efforts, fc.integer({ min: 1, max: 40 }), (given, of) => {
      const jobs = given.map((effort, i) => ({ name: String(i), effort, task: null }));
      const shards = Array.from({ length: of }, (_, i) => jobsOfShard(jobs, { index: i + 1, of }));
      const names = shards.flat().map(({ name }) => Number(name));
      expect(names.toSorted((a, b) => a - b)).toEqual([...jobs.keys()]);
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test("shards are named i/n", () => {
  expect(parseShard("2/4")).toEqual({ index: 2, of: 4 });
  for (const text of [
    "",
    "2",
    "0/4",
    "5/4",
    "1/0",
    "-1/2",
    "1.5/2",
    "1/2/3",
    " 1/2",
    "1/2\n",
    "1e1/20",
    "٢/٤",
    "1/9999999",
  ]) {
    expect(() => parseShard(text)).toThrow(InvalidInput);
  }
});
