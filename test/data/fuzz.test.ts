import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseCells, parseCsv } from "../../src/data/csv.ts";
import { readFeatures } from "../../src/data/features.ts";
import { gunzip, mostInflated } from "../../src/data/gunzip.ts";
import { parseIdx } from "../../src/data/idx.ts";
import { parseJson } from "../../src/data/json.ts";
import { readLabels } from "../../src/data/labels.ts";
import { parseNpy } from "../../src/data/npy.ts";
import { parseNpz } from "../../src/data/npz.ts";
import { accepts, allocatesAtMost, anyBytes, damaged } from "./fuzz.ts";
import { numpyFile, numpyFiles, zipOf } from "./numpy-files.ts";
import { temporaryFolder } from "./temporary.ts";

/*
 * Whatever the input, a reader answers or refuses in one sentence: no other exception, no hang, and no more memory than
 *   .npy: 8 bytes of numbers for each byte of the file;
 *   .npz and gzip: what they become is at most max(16 MiB, 100 times their size), and then as above;
 *   IDX: nothing is copied.
 */
const MEBIBYTE = 2 ** 20; // for the test itself

const npyFiles = numpyFiles.read.filter(({ name }) => name.endsWith(".npy")).map(({ bytes }) => bytes);
const idx = Buffer.concat([Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3]), Buffer.from("abcdefghijkl")]);
const csv = 'a,"b ""c""",d\r\n1,2.5,-3\r\n4,"5e-3",6\r\n';
const json = '{"singularValues": [1, 2.5e-3], "name": "a\\u00e9\\n", "list": [{}, null, true]}';
const npz = numpyFile("two.npz:features");

const readers: readonly [string, fc.Arbitrary<Buffer>, (bytes: Buffer) => unknown, (size: number) => number][] = [
  [".npy", damaged(...npyFiles), (bytes) => parseNpy(bytes, "x"), (size) => 8 * size],
  [".npz", damaged(npz), (bytes) => parseNpz(bytes, "labels", "x"), (size) => 9 * mostInflated(size)],
  [
    ".npy in .npz",
    damaged(...npyFiles).map((content) => zipOf([{ name: "x.npy", content }])),
    (bytes) => parseNpz(bytes, null, "x"),
    (size) => 9 * mostInflated(size),
  ],
  ["IDX", damaged(idx), (bytes) => parseIdx(bytes, "x"), () => 0],
  ["gzip", damaged(gzipSync(csv)), (bytes) => gunzip(bytes, "x"), mostInflated],
  ["CSV of numbers", damaged(csv, "1,2\n3,4"), (bytes) => parseCsv(bytes.toString(), "x"), () => 0],
  ["CSV of text", damaged(csv), (bytes) => parseCells(bytes.toString(), "x"), () => 0],
  ["JSON", damaged(json), (bytes) => parseJson(bytes.toString(), "x", z.unknown()), () => 0],
];

describe.each(readers)("%s", (_, files, read, most) => {
  test("damaged in any way is read, or refused in one sentence, within its memory", () => {
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(files, (bytes) =>
        allocatesAtMost(most(bytes.length) + MEBIBYTE, () => outcomes.add(accepts(() => read(bytes)))),
      ),
      { numRuns: 300 },
    );
    expect(outcomes).toContain(false);
  });

  test("and so is anything at all", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) =>
        allocatesAtMost(most(bytes.length) + MEBIBYTE, () => void accepts(() => read(bytes))),
      ),
    );
  });
});

const { write } = temporaryFolder();

test.each(["npy", "npz", "csv", "csv.gz"])(
  "features and labels of files called .%s are read or refused alike",
  (ending) => {
    const files = fc.oneof(damaged("0\n1\n1\n", "class\na\nb\n", csv, gzipSync("0\n1\n"), npz, ...npyFiles), anyBytes);
    fc.assert(
      fc.property(files, (bytes) => {
        const path = write(`x.${ending}`, bytes);
        accepts(() => readFeatures(path));
        accepts(() => readLabels(path));
      }),
      { numRuns: 50 },
    );
  },
);

describe("long input takes a time that grows with its length alone", () => {
  const times = 100_000;

  test.each([
    ["one line of numbers", "1,".repeat(times)],
    ["one number", "1".repeat(times)],
    ["one word", "a".repeat(times)],
    ["empty cells", ",".repeat(times)],
    ["empty lines", "\n".repeat(times)],
    ["both line ends", "1\n\r".repeat(times)],
    ["quotation marks", '"'.repeat(times)],
    ["quotation marks before letters", '"a'.repeat(times)],
    ["quotation marks before commas", '",'.repeat(times)],
    ["quotation marks before lines", ',"\n'.repeat(times)],
    ["brackets", "[".repeat(times)],
    ["brackets that close", `${"[".repeat(2500)}${"]".repeat(2500)}`],
    ["braces", '{"a":'.repeat(times)],
    ["backslashes", `"${"\\".repeat(times)}`],
    ["spaces", " ".repeat(times)],
    ["commas in an array", `[${"1,".repeat(times)}]`],
    ["spaces in a header", `\x93NUMPY\x02\0\xa0\x86\x01\0${" ".repeat(times)}`],
  ])("%s", (_, text) => {
    accepts(() => parseCsv(text, "x"));
    accepts(() => parseJson(text, "x", z.unknown()));
    accepts(() => parseNpy(Buffer.from(text, "latin1"), "x"));
    accepts(() => parseNpz(Buffer.from(text), null, "x"));
  });
});
