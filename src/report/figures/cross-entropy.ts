import * as Plot from "@observablehq/plot";
import { counted, fixed } from "../prose.ts";
import { colour, type Figure, type FigureSource, type Layout } from "./figure.ts";
import { type SweepResult, sweepResults } from "./sweep-results.ts";

const STYLES = [
  { colour: "blue", mark: "line", dash: "none" },
  { colour: "orange", mark: "dashes", dash: "8 4" },
  { colour: "green", mark: "dots", dash: "2.5 4" },
  { colour: "purple", mark: "line", dash: "none" },
  { colour: "muted", mark: "dashes", dash: "8 4" },
  { colour: "blue", mark: "dots", dash: "2.5 4" },
  { colour: "orange", mark: "line", dash: "none" },
  { colour: "green", mark: "dashes", dash: "8 4" },
] as const;

/** More ξ than this stand too close for numbers where corruption rates stand beside each other. */
const MOST_BESIDE = 8;

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

/** Two pictures of each sweep that is kept, for claims about cross-entropy: all of its curves, and the map of its gains. */
export function crossEntropyFigures(claims: readonly string[], folder?: string): FigureSource[] {
  return sweepResults(folder).flatMap((result) => [
    { claims, make: () => accuracyOfSweep(result) },
    { claims, make: () => gainsOfSweep(result) },
  ]);
}

/** Test accuracy against ξ, a curve for each weight decay, at each corruption rate. */
export function accuracyOfSweep(result: SweepResult): Figure {
  const students = studentsOf(result);
  const series = result.weightDecays.map((weightDecay, i) => ({
    weightDecay,
    ...STYLES[i % STYLES.length]!,
    students: students.filter((student) => student.weightDecay === weightDecay),
  }));
  const rates = ratesOf(students);
  const bests = rates.map((rate) => {
    const own = students.filter((student) => student.rate === rate);
    const best = highest(own);
    const teacher = highest(own.filter(({ xi }) => xi === 0));
    return `with ${rate}, ${fixed(best.accuracy, 1)} % at ξ = ${best.xi} and weight decay ${best.weightDecay}, against ${fixed(teacher.accuracy, 1)} % of the best teacher, at ${teacher.weightDecay}`;
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
      ...facets(layout, rates),
      x: { label: "imitation parameter ξ", grid: true, ticks: 4, tickFormat: String },
      y: { label: "test accuracy, %", grid: true, ticks: 5, nice: true },
      marks: [
        ...names(layout, rates),
        Plot.ruleX([1], { stroke: colour("muted"), strokeDasharray: "3 3" }),
        ...series.flatMap((each) => {
          const ink = colour(each.colour);
          const facet = facetOf(layout);
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
              strokeWidth: 1.4,
              fill: colour("paper"),
              r: 2.2,
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
  const place = ({ rate, xi, weightDecay }: Student): string => `${rate}, ξ = ${xi}, weight decay ${weightDecay}`;
  const [better, worse] = [sure.filter(({ gain }) => gain!.lower > 0), sure.filter(({ gain }) => gain!.upper < 0)];
  return {
    id: `${result.id}-gains`,
    title: `What imitation gains and costs: ${result.data.name}`,
    caption: `Percentage points of test accuracy that the student gains on the teacher with the same weight decay. Of ${counted(students.length, "student")}, ${better.length} are better and ${worse.length} worse with ${percent(1 - result.errorRate)} intervals that exclude 0 (bold); the most is ${points(gainOf(best))} (${place(best)}), the least ${points(gainOf(worst))} (${place(worst)}). ${settingOf(result)}.`,
    legend: [
      { mark: "area", colour: "area-green", text: "the student is better, the more the stronger the colour" },
      { mark: "area", colour: "area-orange", text: "the student is worse" },
    ],
    draw: (whole) => {
      const isDense = result.xis.length > MOST_BESIDE;
      const isNarrow = whole.name === "narrow";
      // Below each other there is room for many ξ, but for their numbers only in a wide column.
      const layout: Layout = isDense ? { ...whole, name: "narrow" } : whole;
      const facet = facetOf(layout);
      const digits = layout.name === "wide" ? 1 : 0;
      const text = (student: Student): string => points(gainOf(student), digits);
      const words = { ...facet, x: "xi", y: "weightDecay", text, fill: colour("ink"), fontSize: layout.fontSize - 3 };
      const cells = (name: string, own: readonly Student[]): Plot.Markish =>
        Plot.cell(own, {
          ...facet,
          x: "xi",
          y: "weightDecay",
          fill: colour(name),
          // By the root, so that small gains are told apart beside large losses.
          fillOpacity: (student: Student) => 0.1 + 0.9 * Math.sqrt(Math.abs(gainOf(student)) / most),
          inset: 0.5,
        });
      const isSure = (student: Student): boolean => sure.includes(student);
      return {
        ...facets(layout, rates),
        marginLeft: 64,
        opacity: { type: "identity" },
        x: {
          label: "imitation parameter ξ",
          type: "band",
          ...(isDense && isNarrow ? { ticks: result.xis.filter(Number.isInteger) } : {}),
        },
        y: { label: "weight decay", labelAnchor: "top", labelArrow: "none", type: "band", tickFormat: String },
        marks: [
          ...names(layout, rates),
          cells(
            "area-green",
            students.filter((student) => gainOf(student) >= 0),
          ),
          cells(
            "area-orange",
            students.filter((student) => gainOf(student) < 0),
          ),
          ...(isDense && isNarrow
            ? []
            : [
                Plot.text(
                  students.filter((student) => !isSure(student)),
                  words,
                ),
                Plot.text(sure, { ...words, fontWeight: "bold" }),
              ]),
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

// Corruption rates stand beside each other in a wide column, below each other on a phone, where each is named over its frame.
function facets({ name, height }: Layout, rates: readonly string[]): Plot.PlotOptions {
  if (name === "wide") return { fx: { label: null, padding: 0.1, domain: rates }, marginLeft: 58, marginTop: 50 };
  const each = Math.round(height * 0.65);
  const fy = { axis: null, padding: 0.2, domain: rates };
  return { fy, marginLeft: 54, marginTop: 44, height: each * rates.length + 60 };
}

function names({ name }: Layout, rates: readonly string[]): Plot.Markish[] {
  if (name === "wide") return [];
  const own = { fy: (rate: string) => rate, text: (rate: string) => rate };
  return [Plot.text(rates, { ...own, frameAnchor: "top-left", dy: -13, fontWeight: "bold", fill: colour("ink") })];
}

function facetOf({ name }: Layout): { readonly fx?: string; readonly fy?: string } {
  return name === "wide" ? { fx: "rate" } : { fy: "rate" };
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
