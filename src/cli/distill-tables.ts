import Table from "cli-table3";
import { onOneLine } from "../data/index.ts";
import type { DistillReport } from "../run/index.ts";
import { type Cell, type Contest, interval, percent, points, type Row, type StudentSummary } from "../softmax/index.ts";

/** What a sweep found, for people: a table for each corruption rate, and what follows from it. */
export function distillTables(report: DistillReport): string {
  const { failures, advice, table } = report;
  return [
    heading(report),
    ...table.map((row) => rateTable(row, report)),
    LEGEND,
    "",
    ...advice,
    advice.length === 0 ? NO_ADVICE : CAUTION,
    ...failures.map((failure) => onOneLine(`not carried out: ${failure}`)),
  ].join("\n");
}

function heading({ data, rows, map, kind, repeats, seed }: DistillReport): string {
  const features = map === null ? `${data.columns} features` : `${map.columns} random ${NAMES[map.kind]} features`;
  const samples = `${rows ?? data.trainRows} training and ${data.testRows} test samples`;
  return `${onOneLine(data.name)}: ${data.classes} classes, ${features}, ${samples}; ${kind} corruption, ${repeats} repeats, seed ${seed}`;
}

const NAMES = { relu: "ReLU", fourier: "Fourier" };

const LEGEND = `Mean accuracy on the test samples in percent; in brackets what the student gains on the teacher at the same weight decay,
in percentage points, with its interval's half-width; w is the weight decay. "labels repeated" is the share of the given training
labels, corrupted ones among them, that the teacher predicts. What is the best, as in "best … against best …", is chosen on one half
of the repeats and measured on the other, which had no part in the choice: so its figures differ a little from the cells'.`;

const NO_ADVICE = `No advice: it compares a best student with a best teacher, which takes at least 3 repeats, a ξ that is not 0, and ξ = 0.`;

const CAUTION = `This advice chooses by accuracy on samples with clean labels. Where you have none, choose by accuracy on given labels that were
held out: if they are corrupted at random it ranks classifiers alike, less sharply; if the corruption favours some wrong classes it
may mislead.`;

function rateTable({ rate, cells, tuned, tunedLargeAgainstSmall }: Row, { xis }: DistillReport): string {
  const table = new Table({
    head: [`${percent(rate)} corrupted`, ...cells.map(({ weightDecay }) => `w = ${weightDecay}`)],
    style: { head: [], border: [], compact: true },
    colAligns: ["left", ...cells.map(() => "right" as const)],
  });
  xis.forEach((xi, i) => {
    table.push([xi === 0 ? "ξ = 0, teacher" : `ξ = ${xi}`, ...cells.map(({ students }) => studentCell(students[i]!))]);
  });
  table.push(["labels repeated", ...cells.map(({ repeated }) => percent(Number(repeated.toFixed(3))))]);
  if (cells.some(({ largeAgainstSmall }) => largeAgainstSmall !== null)) {
    table.push(["ξ > 1 against ξ ≤ 1", ...cells.map(contestCell)]);
  }
  const over = [
    tuned === null ? [] : [`any weight decay, best student against best teacher: ${contestLine(tuned)}`],
    tunedLargeAgainstSmall === null
      ? []
      : [`any weight decay, best ξ > 1 against best ξ ≤ 1: ${contestLine(tunedLargeAgainstSmall)}`],
  ].flat();
  return [table.toString(), ...over].join("\n");
}

function studentCell({ mean, gain }: StudentSummary): string {
  const accuracy = (100 * mean).toFixed(1);
  if (gain === null) return accuracy;
  return `${accuracy} (${points(gain.mean)} ± ${(50 * (gain.upper - gain.lower)).toFixed(1)})`;
}

function contestCell({ largeAgainstSmall }: Cell): string {
  if (largeAgainstSmall === null) return "–";
  const { challenger, incumbent, difference } = largeAgainstSmall;
  return `ξ ${challenger.xi} over ${incumbent.xi}:\n${points(difference.mean)} (${interval(difference)})`;
}

function contestLine({ challenger, incumbent, difference }: Contest): string {
  const [one, other] = [challenger, incumbent].map(({ xi, weightDecay }) => `ξ = ${xi}, w = ${weightDecay}`);
  return `${one} over ${other}: ${points(difference.mean)} (${interval(difference)})`;
}
