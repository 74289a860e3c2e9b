import * as Plot from "@observablehq/plot";
import { Intervals } from "../../formula/index.ts";
import { blockFeatures, flipFirst, FlipSimulation, studentThreshold, teacherThreshold } from "../../logistic/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure } from "./figure.ts";
import { people, setting, settingWords } from "./flips.ts";

/** Training accuracy against the fraction of flips, the same in both classes: 1 up to p_T or p_S, then 1 − p. */
export function accuracyAgainstFlips(): Figure {
  const { classSize: m, similarity, lambda } = setting;
  const student = studentThreshold(setting, 1);
  if (student.threshold === null) throw new RangeError(student.reason);
  const thresholds = {
    teacher: Intervals.middle(teacherThreshold(setting)),
    student: Intervals.middle(student.threshold),
  };
  const simulation = new FlipSimulation(blockFeatures(m, similarity), { lambda, xi: 1 });
  const points = Array.from({ length: m / 2 }, (_, flips) => {
    const accuracies = simulation.accuracies(flipFirst(m, flips));
    return { p: flips / m, teacher: accuracies.teacher[0], student: accuracies.student[0] };
  });
  const between = points.findLast(({ p }) => p > thresholds.teacher && p < thresholds.student)!;
  const names = { teacher: "p_T", student: "p_S" };
  return {
    id: "accuracy-against-flips",
    title: "Which flips the teacher repeats and the student overrules",
    caption: `A fraction p of the labels of each class is flipped. The teacher is right on every training point below p_T = ${fixed(thresholds.teacher, 4)} and repeats every flip above it: its accuracy is 1 − p. The student that imitates it fully is right up to p_S = ${fixed(thresholds.student, 4)}; at ${Math.round(between.p * m)} flips in a class of ${m} its accuracy is ${between.student} and the teacher’s ${between.teacher}. The lines are drawn from the enclosed thresholds, the points are direct fits to all ${2 * m} training points. ${settingWords}.`,
    legend: [
      ...people.map(({ who, words, mark, colour: name }) => ({
        mark,
        colour: name,
        text: `${words}: right on all up to ${names[who]} = ${fixed(thresholds[who], 4)}`,
      })),
      { mark: "discs", colour: "blue", text: "teacher, fitted directly" },
      { mark: "squares", colour: "orange", text: "student, fitted directly" },
    ],
    draw: ({ name }) => ({
      x: { label: "fraction p of flipped labels", domain: [0, 0.5], ticks: name === "narrow" ? 5 : 10, grid: true },
      y: { label: "accuracy on the true labels", domain: [0.5, 1.03], ticks: 5, grid: true },
      marks: [
        ...people.flatMap(({ who, colour: ink, dash }) => {
          const threshold = thresholds[who];
          const pieces = [
            [
              { p: 0, accuracy: 1 },
              { p: threshold, accuracy: 1 },
            ],
            [
              { p: threshold, accuracy: 1 - threshold },
              { p: 0.5, accuracy: 0.5 },
            ],
          ];
          const style = { stroke: colour(ink), strokeWidth: 2.2, strokeDasharray: dash };
          return [
            Plot.ruleX([threshold], { stroke: colour(ink), strokeWidth: 1, strokeDasharray: "2 3" }),
            ...pieces.map((piece) => Plot.line(piece, { x: "p", y: "accuracy", ...style })),
            Plot.text([{ p: threshold }], {
              x: "p",
              y: 0.52,
              text: [names[who]],
              textAnchor: "start",
              dx: 5,
              fill: colour(ink),
            }),
          ];
        }),
        Plot.dot(points, { x: "p", y: "teacher", fill: colour("blue"), r: 4 }),
        Plot.dot(points, { x: "p", y: "student", fill: colour("orange"), symbol: "square", r: 3.5 }),
      ],
    }),
  };
}
