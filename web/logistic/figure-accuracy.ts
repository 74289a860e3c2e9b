import * as Plot from "@observablehq/plot";
import type { LogisticSummary } from "../../src/logistic/index.ts";
import type { Drawing, LegendEntry } from "../page/figure.ts";
import { dots, frame } from "../page/marks.ts";
import { percent, shown } from "../page/numbers.ts";
import { heightFor } from "../ridge/figure-xi.ts";
import type { FlipEstimate } from "../work/questions.ts";
import type { AccuracyPoint } from "./accuracy.ts";

export const ACCURACY_LEGEND: readonly LegendEntry[] = [
  ["line teacher", "teacher"],
  ["line student solid", "student"],
  ["line thin", "exactly a fraction $p$ flipped"],
  ["line dashed", "each flipped with probability $p$"],
  ["dot", "simulated, 99 %"],
];

const COLOURS = { teacher: "var(--teacher)", student: "var(--student)" };
/** The part of the accuracies that is drawn. */
const ACCURACIES = [0.4, 1.02] as const;
const PEOPLE = ["teacher", "student"] as const;

/** Training accuracy on the true labels against the flip rate. */
export function drawAccuracy(
  p: number,
  fraction: readonly AccuracyPoint[],
  random: readonly AccuracyPoint[],
  measured: readonly FlipEstimate[],
  summary: LogisticSummary | null,
): Drawing {
  const ofStudent = summary?.studentThreshold ?? null;
  const marks = summary === null ? [] : thresholds(summary);
  return {
    says: `Training accuracy against the flip rate: the teacher is right on every point below ${summary === null ? "its threshold" : percent(Math.max(0, summary.teacherThreshold))}, the student below ${ofStudent === null ? "none or all" : percent(ofStudent)}.`,
    options: (width) => ({
      width,
      height: heightFor(width),
      x: { domain: [0, 0.5], label: "flip rate p", labelAnchor: "center", labelArrow: "none" },
      y: { domain: ACCURACIES, label: "accuracy on the true labels", labelArrow: "none", tickFormat: "%" },
      marks: [
        frame(),
        Plot.ruleX(marks, { x: "at", stroke: "colour", strokeDasharray: "2 3" }),
        Plot.text(marks, {
          x: "at",
          y: 0.425,
          text: "name",
          fill: "colour",
          dx: 4,
          textAnchor: "start",
          fontWeight: 600,
        }),
        Plot.ruleX([p], { stroke: "var(--here)", strokeWidth: 1.5 }),
        PEOPLE.map((who) => [
          Plot.line(of(random, who), {
            x: "p",
            y: "accuracy",
            stroke: COLOURS[who],
            strokeWidth: 2,
            strokeDasharray: "6 4",
            clip: true,
          }),
          Plot.line(of(fraction, who), {
            x: "p",
            y: "accuracy",
            stroke: COLOURS[who],
            strokeWidth: 2,
            clip: true,
            // Where both are right everywhere the two would hide each other.
            dy: who === "teacher" ? 1.5 : -1.5,
          }),
          dots(
            measured.filter((each) => each.who === who).map(({ rate, ...estimate }) => ({ x: rate, ...estimate })),
            ACCURACIES,
            COLOURS[who],
            who === "teacher" ? "circle" : "square",
          ),
        ]),
      ],
      color: { type: "identity" },
    }),
  };
}

function of(points: readonly AccuracyPoint[], who: AccuracyPoint["who"]): AccuracyPoint[] {
  return points.filter((point) => point.who === who);
}

function thresholds({
  teacherThreshold,
  studentThreshold,
}: LogisticSummary): { at: number; name: string; colour: string }[] {
  const all = [
    { at: teacherThreshold, colour: COLOURS.teacher },
    { at: studentThreshold ?? -1, colour: COLOURS.student },
  ];
  return all.filter(({ at }) => at >= 0).map((each) => ({ ...each, name: shown(each.at, 3) }));
}
