/** The tables of docs/cross-entropy.md, made of the sweeps in docs/results. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as prettier from "prettier";
import { packageRoot } from "../src/data/index.ts";
import type { DistillReport } from "../src/run/index.ts";
import * as softmax from "../src/softmax/index.ts";

const { interval, percent, points } = softmax;
type Row = DistillReport["table"][number];
type Contest = NonNullable<Row["tuned"]>;

/** Where the document is. */
export const DOCUMENT = join(packageRoot(), "docs", "cross-entropy.md");

/** The document with its tables made anew: each stands between `<!-- table: name -->` and `<!-- end -->`. */
export async function withTables(text: string): Promise<string> {
  const renewed = text.replaceAll(
    /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const table = tables[name];
      if (table === undefined) throw new RangeError(`there is no table called ${name}`);
      return `${begin}\n${table()}\n\n${end}`;
    },
  );
  return prettier.format(renewed, { parser: "markdown", printWidth: 120 });
}

const tables: Readonly<Record<string, () => string>> = {
  fixed: () => fixedTable(sweeps()),
  tuned: () => tunedTable(sweeps()),
  clean: () => gainTable(sweeps()),
  others: () => fixedTable(sweeps("more")),
  "others-tuned": () => tunedTable(sweeps("more")),
  commands: () => ["```", ...[...sweeps(), ...sweeps("more")].map(commandOf), "```"].join("\n"),
  whole: () => sweeps().map(wholeTables).join("\n\n"),
};

interface Named {
  readonly id: string;
  readonly report: DistillReport;
}

function sweeps(folder = ""): Named[] {
  const path = join(packageRoot(), "docs", "results", folder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => ({
      id: basename(file, ".json"),
      report: JSON.parse(readFileSync(join(path, file), "utf8")) as DistillReport,
    }));
}

/** The command that made a sweep. */
function commandOf({ id, report }: Named): string {
  const { source, rows, map, kind, rates, xis, weightDecays, repeats, seed } = report;
  if (!("dataset" in source)) throw new RangeError(`${id} is not of a shipped data set`);
  const options = [
    ["dataset", source.dataset],
    ["rows", rows ?? "all"],
    ["map", map?.kind ?? "none"],
    ...(map === null ? [] : [["columns", map.columns]]),
    ["kind", kind],
    ["corruption", rates],
    ["xi", xis],
    ["weight-decay", weightDecays],
    ["repeats", repeats],
    ["seed", seed],
  ];
  return `npx sd-theorems distill ${options.map(([name, value]) => `--${String(name)} ${String(value)}`).join(" ")}`;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function accuracy(mean: number): string {
  return (100 * mean).toFixed(1);
}

/** Each corruption rate and weight decay: the teacher, the best ξ ≤ 1 and the best ξ > 1, and what lies between. */
function fixedTable(all: readonly Named[]): string {
  const rows = all.flatMap(({ id, report }) =>
    report.table.flatMap(({ rate, cells }) =>
      cells.map(({ weightDecay, teacher, repeated, students, largeAgainstSmall }) => {
        const mean = (xi: number): string => accuracy(students.find((student) => student.xi === xi)!.mean);
        const { challenger, incumbent, difference, againstEvery } = largeAgainstSmall!;
        const verdict = againstEvery > 0 ? "**ξ > 1 wins**" : difference.upper < 0 ? "ξ > 1 loses" : "open";
        return [
          id,
          percent(rate),
          String(weightDecay),
          `${(100 * repeated).toFixed(1)} %`,
          accuracy(teacher),
          `${mean(incumbent.xi)} (ξ = ${incumbent.xi})`,
          `${mean(challenger.xi)} (ξ = ${challenger.xi})`,
          `${points(difference.mean)} (${interval(difference)})`,
          verdict,
        ];
      }),
    ),
  );
  const head = ["data", "corrupted", "weight decay", "labels repeated", "teacher", "best ξ ≤ 1", "best ξ > 1"];
  return markdown([...head, "difference", ""], rows);
}

/** Each corruption rate, where every ξ has the weight decay that suits it best. */
function tunedTable(all: readonly Named[]): string {
  const rows = all.flatMap(({ id, report }) =>
    report.table.map(({ rate, cells, tuned, tunedLargeAgainstSmall }) => {
      const mean = ({ xi, weightDecay }: Contest["challenger"]): string => {
        const cell = cells.find((each) => each.weightDecay === weightDecay)!;
        return accuracy(cell.students.find((student) => student.xi === xi)!.mean);
      };
      const shown = (choice: Contest["challenger"]): string =>
        `${mean(choice)} (ξ = ${choice.xi}, ${choice.weightDecay})`;
      const between = ({ difference }: Contest): string => `${points(difference.mean)} (${interval(difference)})`;
      return [
        id,
        percent(rate),
        `${mean(tuned!.incumbent)} (${tuned!.incumbent.weightDecay})`,
        shown(tuned!.challenger),
        between(tuned!),
        shown(tunedLargeAgainstSmall!.challenger),
        between(tunedLargeAgainstSmall!),
      ];
    }),
  );
  return markdown(
    ["data", "corrupted", "best teacher", "best student", "student − teacher", "best ξ > 1", "ξ > 1 − best ξ ≤ 1"],
    rows,
  );
}

const GAIN_XIS = [2, 3];
const GAIN_WEIGHT_DECAYS = [1e-4, 1e-3, 1e-2, 1e-1];

/** What a large ξ gains on its teacher, by corruption rate and weight decay. */
function gainTable(all: readonly Named[]): string {
  const rows = all.flatMap(({ id, report: { table } }) =>
    GAIN_WEIGHT_DECAYS.flatMap((weightDecay) =>
      GAIN_XIS.map((xi) => [
        id,
        String(weightDecay),
        String(xi),
        ...table.map(({ cells }) => {
          const cell = cells.find((each) => each.weightDecay === weightDecay)!;
          const gain = cell.students.find((student) => student.xi === xi)!.gain!;
          return `${points(gain.mean)} (${interval(gain)})`;
        }),
      ]),
    ),
  );
  const rates = all[0]!.report.table.map(({ rate }) => `${percent(rate)} corrupted`);
  return markdown(["data", "weight decay", "ξ", ...rates], rows);
}

/** Mean accuracies at every ξ and weight decay; the best of a weight decay in bold. */
function wholeTables({ id, report }: Named): string {
  return report.table
    .map(({ rate, cells }) => {
      const rows = report.xis.map((xi, i) => [
        xi === 0 ? "0, teacher" : String(xi),
        ...cells.map(({ students }) => {
          const mean = accuracy(students[i]!.mean);
          const isBest = students.every((student) => student.mean <= students[i]!.mean);
          return isBest ? `**${mean}**` : mean;
        }),
      ]);
      const head = [`ξ \\ weight decay`, ...cells.map(({ weightDecay }) => String(weightDecay))];
      return `### ${id}, ${rate === 0 ? "clean labels" : `${percent(rate)} corrupted`}\n\n${markdown(head, rows)}`;
    })
    .join("\n\n");
}
