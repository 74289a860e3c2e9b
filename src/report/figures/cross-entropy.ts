import * as Plot from "@observablehq/plot";
import { counted, fixed, numeral } from "../prose.ts";
import { colour, type Figure, type FigureSource, type Layout } from "./figure.ts";
import { type SweepResult, sweepResults } from "./sweep-results.ts";

// Every colour with every kind of line tells fifteen weight decays apart.
const COLOURS = ["blue", "orange", "green", "purple", "muted"] as const;
const MARKS = [
  { mark: "line", dash: "none" },
  { mark: "dashes", dash: "8 4" },
  { mark: "dots", dash: "2.5 4" },
] as const;

/** With more imitation parameters than this a map takes the whole width for each corruption rate. */
const MANY = 8;

/** A student of a sweep: accuracies and gains in percent and percentage points. */
interface Student {
  readonly rate: string;
  readonly weightDecay: number;
  readonly xi: number;
  readonly accuracy: number;
  readonly teacher: number;
  /** What it gains on the teacher with the same weight decay; null for that teacher itself. */
  readonly gain: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
}

/** Two pictures of each sweep that is kept: all of its curves, and the map of its gains. */
export function crossEntropyFigures(folder?: string): FigureSource[] {
  return sweepResults(folder).flatMap((result) => [
    { claims: ["cross-entropy/large-xi-wins", "cross-entropy/when"], make: () => accuracyOfSweep(result) },
    { claims: ["cross-entropy/when", "cross-entropy/large-xi-wins"], make: () => gainsOfSweep(result) },
  ]);
}

/** Test accuracy against ξ, a curve for each weight decay, at each corruption rate. */
export function accuracyOfSweep(result: SweepResult): Figure {
  const students = studentsOf(result);
  const series = result.weightDecays.map((weightDecay, i) => ({
    weightDecay,
    colour: COLOURS[i % COLOURS.length]!,
    ...MARKS[i % MARKS.length]!,
    students: students.filter((student) => student.weightDecay === weightDecay),
  }));
  const rates = ratesOf(students);
  const bests = rates.map((rate) => {
    const own = students.filter((student) => student.rate === rate);
    const best = highest(own);
    const teacher = highest(own.filter(({ xi }) => xi === 0));
    return `with ${rate}, ${fixed(best.accuracy, 1)} % at ξ = ${numeral(best.xi)} and weight decay ${best.weightDecay}, against ${fixed(teacher.accuracy, 1)} % of the best teacher, at ${teacher.weightDecay}`;
  });
  return {
    id: `${result.id}-accuracy`,
    title: `Test accuracy against ξ: ${result.data.name}`,
    caption: `Mean accuracy on test samples with clean labels; ξ = 0 is the teacher. The highest means: ${bests.join("; ")}. The bars are ${percent(1 - result.errorRate)} intervals of the gain over the teacher with the same weight decay, on the same corruptions. ${settingOf(result)}.`,
    legend: [
      ...series.map(({ weightDecay, mark, colour: name }) => ({
        mark,
        colour: name,
        text: `weight decay ${weightDecay}`,
      })),
      { mark: "points", colour: "ink", text: "mean, with the interval of its gain over the teacher" },
    ],
    draw: (layout) => ({
      ...facets(layout, rates, layout.name === "narrow"),
      x: { label: "imitation parameter ξ", grid: true, ticks: 4, tickFormat: numeral },
      y: { label: "test accuracy, %", grid: true, ticks: 5, nice: true },
      marks: [
        ...names(rates, layout.name === "narrow"),
        Plot.ruleX([1], { stroke: colour("muted"), strokeDasharray: "3 3" }),
        ...series.flatMap((each) => {
          const ink = colour(each.colour);
          const facet = facetOf(layout.name === "narrow");
          const judged = each.students.filter((student) => student.gain !== null);
          return [
            Plot.line(each.students, {
              ...facet,
              x: "xi",
              y: "accuracy",
              stroke: ink,
              strokeWidth: 1.8,
              strokeDasharray: each.dash,
            }),
            Plot.ruleX(judged, {
              ...facet,
              x: "xi",
              y1: ({ teacher, gain }: Student) => teacher + gain!.lower,
              y2: ({ teacher, gain }: Student) => teacher + gain!.upper,
              stroke: ink,
              strokeWidth: 1.4,
              strokeOpacity: 0.7,
            }),
            Plot.dot(each.students, {
              ...facet,
              x: "xi",
              y: "accuracy",
              stroke: ink,
              strokeWidth: 1.2,
              fill: colour("paper"),
              r: result.xis.length > MANY ? 1.5 : 2.2,
            }),
          ];
        }),
      ],
    }),
  };
}

/** What each student gains on its teacher: the whole table of a sweep as a map of ξ and weight decay. */
export function gainsOfSweep(result: SweepResult): Figure {
  const students = studentsOf(result).filter(({ gain }) => gain !== null);
  const rates = ratesOf(students);
  const gainOf = ({ gain }: Student): number => gain!.mean;
  const most = Math.max(...students.map((student) => Math.abs(gainOf(student))), 1);
  const sure = students.filter(({ gain }) => gain!.lower > 0 || gain!.upper < 0);
  const best = students.reduce((one, other) => (gainOf(other) > gainOf(one) ? other : one), students[0]!);
  const worst = students.reduce((one, other) => (gainOf(other) < gainOf(one) ? other : one), students[0]!);
  const place = ({ rate, xi, weightDecay }: Student): string =>
    `${rate}, ξ = ${numeral(xi)}, weight decay ${weightDecay}`;
  const [better, worse] = [sure.filter(({ gain }) => gain!.lower > 0), sure.filter(({ gain }) => gain!.upper < 0)];
  return {
    id: `${result.id}-gains`,
    title: `What imitation gains and costs: ${result.data.name}`,
    caption: `Percentage points of test accuracy that the student gains on the teacher with the same weight decay. Of ${counted(students.length, "student")}, ${better.length} are better and ${worse.length} worse with ${percent(1 - result.errorRate)} intervals that exclude 0; the most is ${points(gainOf(best))} (${place(best)}), the least ${points(gainOf(worst))} (${place(worst)}). ${settingOf(result)}.`,
    legend: [
      { mark: "area", colour: "area-green", text: "the student is better, the more the stronger the colour" },
      { mark: "area", colour: "area-orange", text: "the student is worse" },
      { mark: "bold", colour: "ink", text: "the interval of the difference excludes 0" },
    ],
    draw: (layout) => {
      const many = result.xis.length > MANY;
      const stacked = many || layout.name === "narrow";
      const facet = facetOf(stacked);
      // In cells of a phone's width there is room for a sign alone.
      const signs = many && layout.name === "narrow";
      const text = (student: Student): string =>
        signs ? (gainOf(student) > 0 ? "+" : "−") : points(gainOf(student), stacked ? 0 : 1);
      const words = { ...facet, x: "xi", y: "weightDecay", text, fill: colour("ink"), fontSize: layout.fontSize - 3 };
      const cells = (name: string, own: readonly Student[]): Plot.Markish =>
        Plot.cell(own, {
          ...facet,
          x: "xi",
          y: "weightDecay",
          fill: colour(name),
          fillOpacity: (student: Student) => 0.12 + 0.88 * Math.sqrt(Math.abs(gainOf(student)) / most),
          inset: 0.5,
        });
      const isSure = (student: Student): boolean => sure.includes(student);
      return {
        ...facets(layout, rates, stacked),
        opacity: { type: "identity" },
        x: { label: "imitation parameter ξ", type: "band", tickFormat: numeral, tickRotate: signs ? -90 : 0 },
        y: { label: "weight decay", labelAnchor: "top", labelArrow: "none", type: "band", tickFormat: String },
        marks: [
          ...names(rates, stacked),
          cells(
            "area-green",
            students.filter((student) => gainOf(student) >= 0),
          ),
          cells(
            "area-orange",
            students.filter((student) => gainOf(student) < 0),
          ),
          ...(signs
            ? []
            : [
                Plot.text(
                  students.filter((student) => !isSure(student)),
                  words,
                ),
              ]),
          Plot.text(sure, { ...words, fontWeight: "bold" }),
        ],
      };
    },
  };
}

function studentsOf({ table }: SweepResult): Student[] {
  return table.flatMap(({ rate, cells }) =>
    cells.flatMap(({ weightDecay, teacher, students }) =>
      students.map(({ xi, mean, gain }) => ({
        rate: rate === 0 ? "clean labels" : `${percent(rate)} corrupted`,
        weightDecay,
        xi,
        accuracy: 100 * mean,
        teacher: 100 * teacher,
        gain: gain === null ? null : { mean: 100 * gain.mean, lower: 100 * gain.lower, upper: 100 * gain.upper },
      })),
    ),
  );
}

function ratesOf(students: readonly Student[]): string[] {
  return [...new Set(students.map(({ rate }) => rate))];
}

function highest(students: readonly Student[]): Student {
  return students.reduce((best, each) => (each.accuracy > best.accuracy ? each : best));
}

// Corruption rates stand beside each other, or below each other, where each is named over its frame.
function facets({ name, height }: Layout, rates: readonly string[], stacked: boolean): Plot.PlotOptions {
  if (!stacked) return { fx: { label: null, padding: 0.1, domain: rates }, marginLeft: 58, marginTop: 50 };
  const each = Math.round(height * (name === "wide" ? 0.6 : 0.65));
  const fy = { axis: null, padding: 0.2, domain: rates };
  return { fy, marginLeft: 58, marginTop: 44, marginBottom: 52, height: each * rates.length + 70 };
}

function names(rates: readonly string[], stacked: boolean): Plot.Markish[] {
  if (!stacked) return [];
  const own = { fy: (rate: string) => rate, text: (rate: string) => rate };
  return [Plot.text(rates, { ...own, frameAnchor: "top-left", dy: -16, fontWeight: "bold", fill: colour("ink") })];
}

function facetOf(stacked: boolean): { readonly fx?: string; readonly fy?: string } {
  return stacked ? { fy: "rate" } : { fx: "rate" };
}

function settingOf({ data, rows, map, kind, repeats }: SweepResult): string {
  const features =
    map === null
      ? `${data.columns} features`
      : `${map.columns} random ${map.kind === "relu" ? "ReLU" : "Fourier"} features`;
  return `${data.classes} classes, ${features}, ${rows ?? data.trainRows} training and ${data.testRows} test samples, ${kind} corruption, ${counted(repeats, "repeat")}`;
}

function points(value: number, decimals = 1): string {
  const text = fixed(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(6))} %`;
}
