import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DistillReport } from "../../src/run/index.ts";
import { npyWith, zipOf } from "../data/numpy-files.ts";
import { type Run, sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = ["distill", "--dataset", "digits", "--rows", "60", "--columns", "12"];
const small = [...shipped, "--corruption", "0.5", "--weight-decay", "1,0.01", "--xi", "2,1", "--repeats", "4"];
const run = (...args: readonly string[]): Run => sdTheorems(args, { cwd: folder });

let whole: Run;
beforeAll(() => {
  whole = run(...small, "--journal", "whole.jsonl", "--json", "whole.json");
});
const reportIn = (file: string): DistillReport => JSON.parse(readFileSync(join(folder, file), "utf8")) as DistillReport;

test("a sweep prints a table for each corruption rate and advises in a sentence; progress goes to standard error", () => {
  const { status, stdout, stderr } = whole;
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^digits: 10 classes, 12 random ReLU features, 60 training and 597 test samples; random corruption, 4 repeats, seed 1\n/,
  );
  expect(stdout).toMatch(/│ 50 % corrupted +│ +w = 0\.01 │ +w = 1 │/);
  expect(stdout).toMatch(/│ ξ = 0, teacher +│ +\d+\.\d │ +\d+\.\d │\n/);
  expect(stdout).toMatch(/│ ξ = 2 +│ +\d+\.\d \([+−]?\d+\.\d ± \d+\.\d\) │/);
  expect(stdout).toMatch(/\nany weight decay, best student against best teacher: ξ = /);
  expect(stdout).toMatch(
    /\nWith 50 % of the labels corrupted: (?:distil, with|do not distil,|take the best teacher,) /,
  );
  expect(stdout).toContain("This advice chooses by accuracy on samples with clean labels.");
  expect(stderr).toMatch(/^8 teachers to do\n1\/8 rate 0\.5, weight decay/);
});

test("the report says what was done, with the count of right test samples of every student in every repeat", () => {
  const { data, rows, map, kind, rates, weightDecays, xis, repeats, seed, failures, table } = reportIn("whole.json");
  expect({ data, rows, map, kind, rates, weightDecays, xis, repeats, seed, failures }).toEqual({
    data: { name: "digits", trainRows: 1200, testRows: 597, columns: 64, classes: 10 },
    rows: 60,
    map: { kind: "relu", columns: 12 },
    kind: "random",
    rates: [0.5],
    weightDecays: [0.01, 1],
    xis: [0, 1, 2],
    repeats: 4,
    seed: 1,
    failures: [],
  });
  for (const { students, teacher } of table[0]!.cells) {
    expect(students.map(({ xi }) => xi)).toEqual([0, 1, 2]);
    expect(students[0]!.mean).toBe(teacher);
    for (const { right, mean } of students) {
      expect(right).toHaveLength(4);
      expect(right.reduce((sum, each) => sum + each, 0) / (4 * 597)).toBeCloseTo(mean, 12);
    }
  }
});

test("an interrupted sweep goes on where it was stopped, on any number of workers, and its parts merge to the whole", () => {
  const lines = readFileSync(join(folder, "whole.jsonl"), "utf8").trimEnd().split("\n");
  writeFileSync(join(folder, "part.jsonl"), `${lines.slice(0, 5).join("\n")}\n${lines[5]!.slice(0, 9)}`);
  const resumed = run(...small, "--workers", "1", "--journal", "part.jsonl", "--resume", "--json", "resumed.json");
  expect(resumed.stderr).toMatch(/^8 teachers to do, of which 4 are done already\n5\/8 /);
  expect(resumed.stdout).toBe(whole.stdout);
  expect(reportIn("resumed.json")).toEqual(reportIn("whole.json"));
  expect(run("merge", "whole.jsonl", "--json", "merged.json").stdout).toBe(whole.stdout);
  expect(reportIn("merged.json")).toEqual(reportIn("whole.json"));
});

test("your own features are taken as they are, all of them; clean labels are then fitted once", () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i % 3},${(i * 7) % 5},${(i % 3) * ((i * 3) % 4)}`);
  writeFileSync(join(folder, "x.csv"), `${rows.join("\n")}\n`);
  writeFileSync(join(folder, "y.csv"), `class\n${rows.map((_, i) => ["ash", "elm", "oak"][i % 3]).join("\n")}\n`);
  const own = ["distill", "--features", "x.csv", "--labels", "y.csv", "--test-features", "x.csv", "--test-labels"];
  const options = ["--rows", "all", "--corruption", "0,0.3", "--weight-decay", "0.1", "--xi", "1", "--repeats", "2"];
  const { status, stdout, stderr } = run(...own, "y.csv", ...options);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^x\.csv: 3 classes, 3 features, 30 training and 30 test samples; random corruption, 2 repeats/,
  );
  expect(stderr).toMatch(/^3 teachers to do\n/);
});

test("a share of your own samples is set aside for the test, the same for the same seed", async () => {
  const own = ["distill", "--features", "x.csv", "--labels", "y.csv", "--test-share", "0.3", "--corruption", "0.3"];
  const options = ["--weight-decay", "0.1", "--xi", "1", "--repeats", "1"];
  const { status, stdout } = await sdTheoremsHere([...own, ...options], { cwd: folder });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^x\.csv: 3 classes, 3 features, 21 training and 9 test samples; /);
  expect((await sdTheoremsHere([...own, ...options], { cwd: folder })).stdout).toBe(stdout);
});

test("the data and the seed decide, not what files are called, where they are, or in which format", async () => {
  const n = 24;
  const value = (i: number, j: number): number => ((i * (7 + j)) % 11) / 8 + (i % 3) * (j + 0.5);
  const classes = Array.from({ length: n }, (_, i) => (i * 5) % 3);
  const rows = classes.map((_, i) => [value(i, 0), value(i, 1), value(i, 2)]);
  const array = (type: string, shape: string, bytes: number, fill: (data: Buffer) => void, fortran = false): Buffer => {
    const data = Buffer.alloc(bytes);
    fill(data);
    const order = fortran ? "True" : "False";
    return npyWith(`{'descr': '${type}', 'fortran_order': ${order}, 'shape': (${shape}), }`, data);
  };
  const doubles = array("<f8", `${n}, 3`, 24 * n, (data) =>
    rows.flat().forEach((each, k) => data.writeDoubleLE(each, 8 * k)),
  );
  const single = array(
    ">f4",
    `${n}L, 3L`,
    12 * n,
    (data) => rows.forEach((row, i) => row.forEach((each, j) => data.writeFloatBE(each, 4 * (j * n + i)))),
    true,
  );
  const bytes = array("<u1", `${n},`, n, (data) => classes.forEach((each, i) => data.writeUInt8(each, i)));
  const texts = array("<U1", `${n}, 1`, 4 * n, (data) =>
    classes.forEach((each, i) => data.writeUInt32LE(97 + each, 4 * i)),
  );
  const save = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const csv = `a,b,c\n${rows.map((row) => row.join(",")).join("\n")}\n`;
  const european = csv.replaceAll(",", ";").replaceAll(".", ",");
  const archive = zipOf([
    { name: "f:0.npy", content: single },
    { name: "deep/l", content: bytes },
  ]);
  mkdirSync(join(folder, "else"));
  const pairs = [
    [save("X.npy", doubles), save("y.npy", bytes)],
    [save("else/Z.npy", doubles), save("q.npy", texts)],
    [join(folder, "X.npy"), save("words.csv", `class\n${classes.map((each) => "abc"[each]).join("\n")}\n`)],
    [save("s.npy", single), save("n.csv", `${classes.join("\r\n")}\r\n`)],
    [save("x1.csv", csv), save("n2.csv", `"","x"\n${classes.map((each, i) => `"${i + 1}",${each}.0`).join("\n")}\n`)],
    [save("x2.csv.gz", gzipSync(european)), "y.npy"],
    [`${save("a.npz", archive)}:f:0`, "a.npz:deep/l"],
  ] as const;
  const options = [
    "--test-share",
    "0.3",
    "--corruption",
    "0.3",
    "--weight-decay",
    "0.1",
    "--xi",
    "1,2",
    "--repeats",
    "2",
  ];
  const drawn = ["--rows", "12", "--map", "relu", "--columns", "8", "--json", "own.json"];
  const results = new Set<string>();
  for (const [features, labels] of pairs) {
    const { status, stderr } = await sdTheoremsHere(
      ["distill", "--features", features, "--labels", labels, ...options, ...drawn],
      {
        cwd: folder,
      },
    );
    expect(status, stderr).toBe(0);
    const { table, advice } = reportIn("own.json");
    results.add(JSON.stringify({ table, advice }));
  }
  expect(results.size).toBe(1);
});

test("a header of numbers asks, and is read as is said", async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${i % 5}.5,${(i * 3) % 7}`);
  writeFileSync(join(folder, "counted.csv"), `0,1\n${rows.join("\n")}\n`);
  writeFileSync(join(folder, "labels.csv"), `0\n${rows.map((_, i) => i % 2).join("\n")}\n`);
  const own = ["distill", "--features", "counted.csv", "--labels", "labels.csv", "--test-share", "0.3"];
  const quick = ["--corruption", "0.3", "--weight-decay", "0.1", "--xi", "1", "--repeats", "1"];
  const asked = await sdTheoremsHere([...own, ...quick], { cwd: folder });
  expect([asked.status, asked.stdout]).toEqual([2, ""]);
  expect(asked.stderr).toMatch(/line 1 counts the columns, 0, 1, .* \(--header yes\) or a sample \(--header no\)\?\n$/);
  const sizes = { yes: "8 training and 4 test", no: "9 training and 4 test" };
  for (const [answer, size] of Object.entries(sizes)) {
    const { status, stdout } = await sdTheoremsHere([...own, ...quick, "--header", answer], { cwd: folder });
    expect([status, stdout.split("\n")[0]]).toEqual([0, expect.stringContaining(size)]);
  }
  const labels = ["distill", "--features", "X.npy", "--labels", "more.csv", "--test-share", "0.3", ...quick];
  writeFileSync(join(folder, "more.csv"), `0\n${Array.from({ length: 24 }, (_, i) => i % 2).join("\n")}\n`);
  expect((await sdTheoremsHere(labels, { cwd: folder })).stderr).toContain(
    "X.npy has 24 samples and more.csv 25 labels; expected one for each; does one have a header line",
  );
  expect((await sdTheoremsHere([...labels, "--header", "yes"], { cwd: folder })).status).toBe(0);
});

test.each([
  [["distill"], "no data are given; expected --dataset or --features"],
  [
    ["distill", "--features", "no.csv", "--labels", "y.csv", "--test-features", "x.csv", "--test-labels", "y.csv"],
    "cannot read no.csv: there is no such file or folder",
  ],
  [["distill", "--features", "x.csv"], "--features needs --labels as well"],
  [
    ["distill", "--features", "x.csv", "--labels", "y.csv", "--test-features", "x.csv"],
    "--features needs test samples: --test-features with --test-labels, or --test-share",
  ],
  [
    ["distill", "--features", "x.csv", "--labels", "y.csv", "--test-features", "x.csv", "--test-share", "0.5"],
    "--test-share sets samples aside, and test samples are given as well; expected one of them",
  ],
  [
    ["distill", "--features", "none.npz:x", "--labels", "y.csv", "--test-share", "0.5"],
    "cannot read none.npz: there is no such file or folder",
  ],
  [
    ["distill", "--features", "-", "--labels", "y.csv", "--test-share", "0.5"],
    "cannot read -: expected a file, which workers can read again",
  ],
  [
    ["distill", "--features", "/dev/fd/0", "--labels", "y.csv", "--test-share", "0.5"],
    "cannot read /dev/fd/0: it is a",
  ],
  [[...shipped, "--rows", "1201"], "--rows 1201: digits has 1200 training samples"],
  [
    ["distill", "--dataset", "digit"],
    "'digit' is invalid. Allowed choices are digits, letter, satellite, fashion-mnist.",
  ],
  [[...shipped, "--repeats", "1000000"], "1,000,000 repeats of 165 fits are 165,000,000; at most 10,000,000 are made"],
  [
    [...shipped, "--columns", "900719925474099"],
    "900,719,925,474,099 random features of 657 samples do not fit into memory; at most 1,634,310 of so many are made",
  ],
  [[...shipped, "--corruption", "1.5"], "'1.5' is invalid. expected fractions from 0 to 1."],
])("%j is refused in a sentence: %s", async (args, sentence) => {
  const { status, stdout, stderr } = await sdTheoremsHere(args, { cwd: folder });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^sd-theorems: .*\n$/);
  expect(stderr).toContain(sentence);
});

// A file of a tebibyte, nothing but a hole: to read all of it takes minutes, to see that it is refused takes none of it.
test.each([
  ["hole.npy", "hole.npy is not a NumPy array; such a file begins with \\x93NUMPY\n"],
  ["hole.npz", "hole.npz is not a zip archive, as .npz files are\n"],
  ["hole.csv", "hole.csv has 1048576 MiB of text, and at most 512 MiB are read"],
  ["hole.txt", "hole.txt ends in none of .npy, .npz, .csv and .csv.gz, the formats that are read\n"],
])("what the beginning, size or ending of a file tells is told before all of it is read: %s", async (name, says) => {
  const path = join(folder, name);
  writeFileSync(path, "");
  truncateSync(path, 2 ** 40);
  writeFileSync(join(folder, "four-labels.csv"), "0\n1\n0\n1\n");
  const given = ["distill", "--features", name, "--labels", "four-labels.csv", "--test-share", "0.5"];
  const { status, stdout, stderr } = await sdTheoremsHere(given, { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(says);
});
