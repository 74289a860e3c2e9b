/**
 * The table of docs/ridge-optimum.md on 500 designs: whether the enclosures hold the least errors that mpmath finds with 120
 * digits, how many are not decided, and how wide enclosures are, by the condition number of X. Exit code 1 where one misses.
 *
 * usage: npm run designs
 */
import { designCases, type Judged, judged } from "../test/ridge/optimum/designs.ts";

interface Row {
  readonly name: string;
  readonly judged: readonly Judged[];
}

const cases = designCases().map((given) => ({ ...given, judged: judged(given) }));
const kinds = [...new Set(cases.map(({ kind }) => kind))];
const decades = [0, 1, 2, 4, 6, 8, 10];

print("kind", [
  ...kinds.map((name) => ({ name, judged: cases.filter(({ kind }) => kind === name).map((each) => each.judged) })),
  { name: "all", judged: cases.map((each) => each.judged) },
]);
process.stdout.write("\n");
print(
  "condition number of X",
  decades.map((decade, i) => {
    const [from, to] = [decade === 0 ? 0 : Number(`1e${decade}`), Number(`1e${decades[i + 1] ?? 20}`)];
    const inside = cases.filter(({ condition }) => condition >= from && condition < to);
    const name = i + 1 < decades.length ? `${power(decade)} to ${power(decades[i + 1]!)}` : `from ${power(decade)} on`;
    return { name, judged: inside.map((each) => each.judged) };
  }),
);
process.exitCode = cases.some((each) => each.judged.misses.length > 0) ? 1 : 0;

function print(title: string, rows: readonly Row[]): void {
  process.stdout.write(
    `| ${title} | designs | missed | undecided | relative width: median | largest |\n|${" --- |".repeat(6)}\n`,
  );
  for (const { name, judged: all } of rows) {
    const widths = all.map(({ width }) => width).toSorted((one, other) => one - other);
    const cells = [
      name,
      all.length,
      all.filter(({ misses }) => misses.length > 0).length,
      all.filter(({ found }) => found.strictlyBetter === null).length,
      (widths[Math.floor(widths.length / 2)] ?? 0).toExponential(0),
      (widths.at(-1) ?? 0).toExponential(0),
    ];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
  }
}

function power(decade: number): string {
  return decade === 0 ? "1" : `10${String(decade).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)}`;
}
