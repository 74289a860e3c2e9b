import {
  certifyOrdering,
  enclosedSetting,
  encloseTeacher,
  type LogisticSetting,
  margins,
  perfectXi,
  studentThreshold,
  studentFit,
  teacherThreshold,
} from "../src/logistic/index.ts";
import { type Interval, Intervals } from "../src/formula/index.ts";
import { narrowed } from "../src/logistic/sign-change.ts";
import { printTable } from "./table.ts";
import { median, milliseconds } from "./timing.ts";

const SETTINGS: readonly (readonly [classSize: number, similarity: number, lambda: number])[] = [
  [2, 0.5, 1],
  [10, 0.3, 0.5],
  [20, 0.1, 1],
  [8, 0.05, 2],
  [10, 0.9, 1],
  [5, 0.4, 0.2],
  [100, 0.2, 1],
  [1000, 0.05, 10],
  [100_000, 0.5, 100],
  [1_000_000, 0.01, 1000],
];
const REPEATS = 5;
/** Relative width allowed, and milliseconds for all thresholds of a setting. */
const [WIDEST, MOST] = [1e-11, 200];

/** Time and width of the logistic thresholds over settings. Returns what misses its requirement. */
export function benchLogistic(): string[] {
  return [...benchThresholds(), ...benchOrdering()];
}

function benchThresholds(): string[] {
  SETTINGS.forEach((setting) => thresholds(problemOf(setting))); // the first run compiles
  const measured = SETTINGS.map((setting) => {
    const problem = problemOf(setting);
    const fit = Array.from({ length: REPEATS }, () => milliseconds(() => studentFit(problem, 1)));
    const parts = Array.from({ length: REPEATS }, () => [
      milliseconds(() => teacherThreshold(problem)),
      milliseconds(() => studentThreshold(problem, 1)),
      milliseconds(() => perfectXi(problem)),
    ]);
    const times = [0, 1, 2].map((i) => median(parts.map((part) => part[i]!)));
    const { teacher, student, xi } = thresholds(problem);
    return {
      setting,
      times: [median(fit), ...times],
      teacher,
      student,
      widths: [teacher, student, ...xi].map(widthOf),
    };
  });
  printTable(
    `Logistic: thresholds with proved enclosures, the widest of p_T, p_S(1), ξ_lo and ξ_hi at p = 0.2 (relative; at most ${WIDEST} is required), the number of signs that p_S(1) takes, and milliseconds (median of ${REPEATS}) for a student's fit in floating point and for each threshold.`,
    ["m, c, λ", "p_T", "p_S(1)", "signs", "widest", "fit", "p_T", "p_S(1)", "ξ_lo and ξ_hi"],
    measured.map(({ setting, times, teacher, student, widths }) => [
      setting.join(", "),
      shown(teacher),
      student === null ? "none" : shown(student),
      student === null ? "" : String(evaluations(problemOf(setting))),
      Math.max(...widths).toExponential(1),
      ...times.map((time) => time.toFixed(3)),
    ]),
  );
  return measured.flatMap(({ setting, times, widths }) => [
    ...(Math.max(...widths) <= WIDEST ? [] : [`a threshold for ${setting.join(", ")} is ${Math.max(...widths)} wide`]),
    ...(times.reduce((sum, time) => sum + time, 0) <= MOST
      ? []
      : [`thresholds for ${setting.join(", ")} took ${MOST} ms`]),
  ]);
}

function benchOrdering(): string[] {
  const range = Intervals.interval;
  const boxes = [
    { m: range(10, 12), c: range(0.3, 0.35), lambda: range(0.5, 0.6), gap: 0.1 },
    { m: range(10, 15), c: range(0.2, 0.25), lambda: range(0.5, 0.7), gap: 0.05 },
  ];
  const measured = boxes.map(({ m, c, lambda, gap }) => {
    let found = certifyOrdering({ classSize: range(1), similarity: range(0.5), lambda: range(1) }, gap);
    const took = milliseconds(() => (found = certifyOrdering({ classSize: m, similarity: c, lambda }, gap)));
    return { of: [m, c, lambda].map(({ lower, upper }) => `${lower}–${upper}`), gap, took, ...found };
  });
  printTable(
    "Logistic: p_S(1) > p_T + gap, wherever p_T ≥ 0, proved on boxes of settings by subdivision; milliseconds.",
    ["m", "c", "λ", "gap", "proved", "p_T < 0", "undecided", "milliseconds"],
    measured.map(({ of, gap, proved, empty, undecided, took }) => [
      ...of,
      ...[gap, proved, empty, undecided.length].map(String),
      took.toFixed(0),
    ]),
  );
  return measured.some(({ undecided }) => undecided.length > 0) ? ["an ordering of thresholds was not proved"] : [];
}

function thresholds(problem: ReturnType<typeof problemOf>): {
  readonly teacher: Interval;
  readonly student: Interval | null;
  readonly xi: readonly Interval[];
} {
  const { low, high } = perfectXi(problem);
  return { teacher: teacherThreshold(problem), student: studentThreshold(problem, 1).threshold, xi: [low, high] };
}

function problemOf([classSize, similarity, lambda]: (typeof SETTINGS)[number]): LogisticSetting & { flipRate: number } {
  return { classSize, similarity, lambda, flipRate: 0.2 };
}

/** How often the student's sign at bad points is evaluated for p_S(1): each takes a teacher and one more scalar root. */
function evaluations(given: LogisticSetting): number {
  const setting = enclosedSetting(given);
  let count = 0;
  const at = (flipRate: number): Interval => {
    count++;
    const p = Intervals.interval(flipRate);
    return margins(setting, p, Intervals.interval(1), encloseTeacher(setting, p)).bad;
  };
  narrowed(at, { lower: Math.max(0, teacherThreshold(given).lower), upper: 1 / 2 }, 1);
  return count;
}

function widthOf(value: Interval | null): number {
  return value === null || value.upper === 0 ? 0 : (value.upper - value.lower) / Math.abs(value.upper);
}

function shown(value: Interval): string {
  return Intervals.middle(value).toPrecision(6);
}
