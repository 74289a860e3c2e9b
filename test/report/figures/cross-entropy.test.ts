import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { accuracyOfSweep, crossEntropyFigures, gainsOfSweep } from "../../../src/report/figures/cross-entropy.ts";
import { drawing, NARROW, WIDE } from "../../../src/report/figures/index.ts";
import { sweepResults } from "../../../src/report/figures/sweep-results.ts";

const folder = mkdtempSync(join(tmpdir(), "results-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A student that gains so many percentage points on a teacher with an accuracy of 50 %, ± 1. */
const student = (xi: number, gain: number): object => ({
  xi,
  mean: 0.5 + gain / 100,
  gain: xi === 0 ? null : { mean: gain / 100, lower: (gain - 1) / 100, upper: (gain + 1) / 100 },
});

const sweep = {
  data: { name: "made up", trainRows: 900, testRows: 100, columns: 5, classes: 3 },
  rows: 200,
  map: { kind: "relu", columns: 40 },
  kind: "random",
  errorRate: 0.01,
  repeats: 4,
  xis: [0, 1, 2],
  weightDecays: [0.0001, 0.1],
  table: [0, 0.5].map((rate) => ({
    rate,
    repeats: [0, 1, 2, 3],
    cells: [0.0001, 0.1].map((weightDecay) => ({
      weightDecay,
      teacher: 0.5,
      students: [student(0, 0), student(1, rate === 0 ? -0.5 : 3), student(2, weightDecay === 0.1 ? -12 : 7)],
    })),
  })),
};

writeFileSync(join(folder, "made-up.json"), JSON.stringify(sweep));
const [result] = sweepResults(folder) as [ReturnType<typeof sweepResults>[number]];

test("each sweep that is kept has two pictures, for two claims; without a folder there are none", () => {
  const sources = crossEntropyFigures(folder);
  expect(sources.map(({ make }) => make().id)).toEqual(["made-up-accuracy", "made-up-gains"]);
  expect(sources.map(({ claims }) => claims[0])).toEqual(["cross-entropy/large-xi-wins", "cross-entropy/when"]);
  expect(crossEntropyFigures(join(folder, "none"))).toEqual([]);
});

test("the curves' caption names the best student and the best teacher at each corruption rate", () => {
  expect(accuracyOfSweep(result).caption).toContain(
    "with 50 % corrupted, 57.0 % at ξ = 2 and weight decay 0.0001, against 50.0 % of the best teacher, at 0.0001.",
  );
});

test("the map's caption counts who is surely better or worse, and names the extremes", () => {
  const { caption } = gainsOfSweep(result);
  expect(caption).toContain("Of 8 students, 4 are better and 2 worse with 99 % intervals that exclude 0");
  expect(caption).toContain("the most is +7.0 (clean labels, ξ = 2, weight decay 0.0001)");
  expect(caption).toContain("the least −12.0 (clean labels, ξ = 2, weight decay 0.1)");
});

test("every student is in the map, for both widths", () => {
  for (const layout of [WIDE, NARROW]) {
    const svg = drawing(gainsOfSweep(result), layout);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(svg.match(/<rect /g)!.length).toBe(8);
    for (const rate of ["clean labels", "50 % corrupted"]) expect(svg).toContain(rate);
    expect(drawing(accuracyOfSweep(result), layout).match(/<circle /g)!.length).toBe(12);
  }
});

test("with many ξ the corruption rates stand below each other, with numbers in a wide column; on a phone with none, and upright labels", () => {
  const many = Array.from({ length: 9 }, (_, i) => i / 2);
  const cellOf = (weightDecay: number): object => ({
    weightDecay,
    teacher: 0.5,
    students: many.map((xi) => student(xi, 10 * xi)),
  });
  const table = sweep.table.map((row) => ({ ...row, cells: [0.0001, 0.1].map(cellOf) }));
  const dense = mkdtempSync(join(folder, "dense-"));
  writeFileSync(join(dense, "dense.json"), JSON.stringify({ ...sweep, xis: many, table }));
  const figure = gainsOfSweep(sweepResults(dense)[0]!);
  const [wide, narrow] = [WIDE, NARROW].map((layout) => drawing(figure, layout)) as [string, string];
  for (const svg of [wide, narrow]) expect(svg.match(/<rect /g)!.length).toBe(2 * 2 * 8);
  expect(wide.match(/>\+40</g)!.length).toBe(4);
  expect(narrow).not.toMatch(/>\+40</);
  expect(narrow).toMatch(/rotate\(-90\)[^>]*>2\.5</);
  // Two frames below each other are higher than the layout's one.
  expect(Number(/viewBox="0 0 680 (\d+)"/.exec(wide)![1])).toBeGreaterThan(WIDE.height);
});

test("a file of another shape is refused by its name", () => {
  const other = mkdtempSync(join(folder, "other-"));
  writeFileSync(join(other, "odd.json"), "{}");
  expect(() => sweepResults(other)).toThrow(/odd\.json: the field data is missing/);
});
