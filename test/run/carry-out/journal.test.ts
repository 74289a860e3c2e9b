import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { InvalidInput, packageRoot } from "../../../src/data/index.ts";
import { type Header, Journal, readJournal } from "../../../src/run/carry-out/journal.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
  path = join(folder, "run.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const header: Header = {
  kind: "check",
  version: "1.2.3",
  seed: 7,
  plan: "ab",
  shard: { index: 1, of: 1 },
  settings: { claims: ["a/b"] },
  build: { digest: "e1".repeat(32), commit: null, node: "20.19.0", coq: null, dependencies: { mathjs: "1.0.0" } },
};

const written = (): void => {
  const journal = Journal.open(path, header);
  journal.append("one", { result: { value: 0.1 } });
  journal.append("two: ξ", { failed: "it hung" });
  journal.close();
};

test("a journal is a header and a line for each job, and is read as it was written", () => {
  written();
  const lines = readFileSync(path, "utf8").split("\n");
  expect(lines.slice(1)).toEqual(['{"job":"one","result":{"value":0.1}}', '{"job":"two: ξ","failed":"it hung"}', ""]);
  const content = readJournal(path);
  expect(content.header).toEqual(header);
  expect([...content.outcomes]).toEqual([
    ["one", { result: { value: 0.1 } }],
    ["two: ξ", { failed: "it hung" }],
  ]);
  expect(content.length).toBe(statSync(path).size);
});

test("a journal that is there is gone on with only where that is asked for", () => {
  written();
  expect(() => Journal.open(path, header)).toThrow(`${path} is there already; go on with it with --resume`);
  const journal = Journal.open(path, header, { resume: true });
  expect([...journal.outcomes.keys()]).toEqual(["one", "two: ξ"]);
  journal.append("three", { result: 3 });
  journal.close();
  expect([...readJournal(path).outcomes.keys()]).toEqual(["one", "two: ξ", "three"]);
});

test("a run that may be resumed but was never begun is begun", () => {
  Journal.open(path, header, { resume: true }).close();
  expect(readJournal(path).header).toEqual(header);
});

test.each([
  [{ kind: "distill" }, "kind check; expected kind distill"],
  [{ version: "1.2.4" }, "version 1.2.3; expected version 1.2.4"],
  [{ seed: 8, plan: "cd" }, "seed 7; expected seed 8"],
  [{ shard: { index: 2, of: 3 } }, "part 1/1; expected part 2/3"],
  [{ plan: "cd", settings: { claims: [] } }, '{"claims":["a/b"]}; expected {"claims":[]}'],
  [{ plan: "cd" }, "what it was planned from has changed since"],
])("the journal of another run is refused: %j", (change, message) => {
  written();
  const before = readFileSync(path);
  expect(() => Journal.open(path, { ...header, ...change }, { resume: true })).toThrow(
    `${path} is the journal of another run: ${message}`,
  );
  expect(readFileSync(path)).toEqual(before);
});

const build = (changes: object): Header["build"] => ({ ...header.build, ...changes });

test("the journal of another build is refused, with both, what is known of the difference, and the way on", () => {
  written();
  const other = build({ digest: "f2".repeat(32), commit: "c3".repeat(20), dependencies: { mathjs: "2.0.0" } });
  const open = (): unknown => Journal.open(path, { ...header, build: other }, { resume: true });
  expect(open).toThrow(
    `${path} is the journal of another run: build e1e1e1e1e1e1 (Node 20.19.0), with mathjs 1.0.0 in place of 2.0.0; ` +
      "expected build f2f2f2f2f2f2 (commit c3c3c3c3c3c3, Node 20.19.0); " +
      "name another file with --journal, or remove this one and begin again",
  );
});

test("on another version of Node, at another commit, a journal of the same build is gone on with, cut off anywhere", () => {
  const elsewhere = { ...header, build: build({ node: "24.0.0", commit: "c3".repeat(20) }) };
  written();
  const line = readFileSync(path, "utf8").split("\n", 1)[0]!;
  expect(Journal.open(path, elsewhere, { resume: true }).outcomes.size).toBe(2);
  for (const length of [1, 20, line.length - 60, line.length]) {
    writeFileSync(path, line.slice(0, length));
    Journal.open(path, elsewhere, { resume: true }).close();
    expect(readJournal(path).header).toEqual(elsewhere);
  }
});

test("a journal from before builds were told is refused in one sentence that says what to do, and left as it is", () => {
  const { build: _build, ...old } = header;
  const text = `${JSON.stringify(old)}\n{"job":"one","result":1}\n`;
  writeFileSync(path, text);
  const message = `${path} is a journal from before journals said which code made them; begin again with another file`;
  expect(() => Journal.open(path, header, { resume: true })).toThrow(message);
  expect(() => readJournal(path)).toThrow(message);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("cut off anywhere, a journal keeps every whole line, and is gone on with after them", () => {
  written();
  const whole = readFileSync(path);
  const ends = [...whole.keys()].filter((i) => whole[i] === 0x0a).map((i) => i + 1);
  // Around every end of a line, and some in between.
  const cuts = [...whole.keys(), whole.length].filter(
    (at) => at % 20 === 0 || ends.some((end) => Math.abs(end - at) < 2),
  );
  for (const length of cuts) {
    writeFileSync(path, whole.subarray(0, length));
    const journal = Journal.open(path, header, { resume: true });
    const kept = ends.filter((end) => end <= length).length;
    expect(journal.outcomes.size).toBe(Math.max(0, kept - 1));
    journal.append("three", { result: 3 });
    journal.close();
    expect(readJournal(path).outcomes.size).toBe(Math.max(0, kept - 1) + 1);
  }
});

test("of several lines about a job the result counts, else the last failure", () => {
  const journal = Journal.open(path, header);
  journal.append("one", { failed: "it hung" });
  journal.append("one", { result: 1 });
  journal.append("one", { failed: "it threw" });
  journal.append("two", { failed: "it hung" });
  journal.append("two", { failed: "it threw" });
  journal.close();
  expect([...readJournal(path).outcomes.values()]).toEqual([{ result: 1 }, { failed: "it threw" }]);
});

const first = JSON.stringify(header);
test.each([
  ["nothing", "", "is no journal: it has no whole line"],
  ["prose", "notes\n", "line 1 is damaged: it is not JSON"],
  ["another object", "{}\n", "line 1: the field kind is missing"],
  ["a job with no outcome", `${first}\n{"job":"one"}\n`, "line 2: expected either a result or failed"],
  ["a job without a name", `${first}\n{"job":1,"result":1}\n`, "line 2: job is 1; expected a string"],
  ["a broken line inside", `${first}\n{"job":"a","result":1}\n{"job":\n{"job":"b","result":1}\n`, "line 3 is damaged"],
  ["an empty line", `${first}\n\n`, "line 2 is damaged"],
])("%s is no journal: refused, and left as it is", (_, text, message) => {
  writeFileSync(path, text);
  expect(() => readJournal(path)).toThrow(InvalidInput);
  expect(() => readJournal(path)).toThrow(message);
  if (text !== "") expect(() => Journal.open(path, header, { resume: true })).toThrow(InvalidInput);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("a folder and a pipe are refused, not waited for", () => {
  mkdirSync(path);
  expect(() => Journal.open(path, header)).toThrow("it is a folder");
  expect(() => readJournal(path)).toThrow("it is a folder");
  expect(() => readJournal("/dev/null")).toThrow("is no file");
});

test("bytes put anywhere into a journal give either a journal or one sentence", () => {
  written();
  const whole = readFileSync(path);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.json().map((text) => Buffer.from(text)),
    fc.constant(Buffer.from("\n")),
  );
  fc.assert(
    fc.property(bytes, fc.nat(whole.length), fc.nat(40), (put, at, instead) => {
      writeFileSync(path, Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + instead)]));
      try {
        readJournal(path);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
        expect((error as Error).message).not.toMatch(/[\n\r]/);
      }
    }),
    { numRuns: 300 },
  );
});

test("on a disk that is full the lines before stay whole, in one sentence, and the run can go on", () => {
  // A limit on the size of files acts as a full disk does: the write takes what fits and then fails.
  const program = `
    import { Journal } from ${JSON.stringify(join(packageRoot(), "dist", "src", "run", "carry-out", "journal.js"))};
    const journal = Journal.open(${JSON.stringify(path)}, ${JSON.stringify(header)});
    try {
      for (let i = 0; ; i++) journal.append("job " + i, { result: "x".repeat(700) });
    } catch (error) { process.stdout.write(error.name + ": " + error.message); }`;
  const run = spawnSync(
    "bash",
    ["-c", `ulimit -f 8; exec "$0" --input-type=module -e "$1"`, process.execPath, program],
    {
      encoding: "utf8",
    },
  );
  expect(run.stdout).toBe(`InvalidInput: cannot write ${path}: the file is as large as it may become`);
  const { outcomes, length } = readJournal(path);
  expect(outcomes.size).toBeGreaterThan(3);
  expect(length).toBe(statSync(path).size);
  const journal = Journal.open(path, header, { resume: true });
  journal.append("last", { result: 1 });
  journal.close();
  expect(readJournal(path).outcomes.size).toBe(outcomes.size + 1);
});

test("a last line of zeros, as a loss of power may leave, is dropped", () => {
  written();
  const { length } = readJournal(path);
  appendFileSync(path, Buffer.alloc(300));
  expect(readJournal(path).length).toBe(length);
});
