import { certificate, type Finding } from "../../../src/evidence/index.ts";
import { type Book, type Interval, Intervals, logisticFunction } from "../../../src/formula/index.ts";
import { logisticBook, type LogisticProblem, type SettingBox, thresholdsOnBox } from "../../../src/logistic/index.ts";
import {
  bracket,
  encloseFit,
  encloseFormula,
  LABELS,
  predictionsOf,
  showInterval,
  side,
  symbolsOf,
  type Targets,
} from "./enclosures.ts";
import { encloseRight, Students, WIDTH } from "./students.ts";

const { add, divide, interval, multiply, subtract } = Intervals;

type Setting = Omit<LogisticProblem, "flipRate">;

const setting = (classSize: number, similarity: number, lambda: number): Setting => ({ classSize, similarity, lambda });

/** Ten settings with p_T > 0. Decimals stand for the floating-point numbers nearest to them, about which all is exact. */
const SETTINGS: readonly Setting[] = [
  setting(10, 0.3, 0.5),
  setting(10, 0.9, 1),
  setting(20, 0.1, 1),
  setting(12, 0.25, 2),
  setting(40, 0.125, 0.25),
  setting(100, 0.05, 0.5),
  setting(1000, 0.02, 4),
  setting(6, 0.75, 0.125),
  setting(16, 0.5, 8),
  setting(200, 0.4, 0.0625),
];

/** Proved, or the first setting at which `fails` says that an enclosure does not separate: nothing is decided there. */
function atSettings(fails: (setting: Setting) => string | { readonly proved: string }): Finding {
  const proved: string[] = [];
  for (const each of SETTINGS) {
    const { classSize, similarity, lambda } = each;
    const where = `m = ${classSize}, c = ${similarity}, λ = ${lambda}`;
    const outcome = fails(each);
    if (typeof outcome === "string") return { verdict: "inconclusive", detail: `${where}: ${outcome}` };
    proved.push(`${outcome.proved} at ${where}`);
  }
  return { verdict: "supported", detail: `proved at ${proved.length} settings, such as ${proved[0]}` };
}

/** The root a of λa = 1 − σ((1 − c)a + (1 − c)/(2λ)). The left side less the right one rises in a. */
function encloseA({ similarity: c, lambda }: Setting): Interval {
  const sideOf = (a: number): -1 | 0 | 1 => {
    const apart = subtract(interval(1), interval(c));
    const logit = add(multiply(apart, interval(a)), divide(apart, multiply(interval(2), interval(lambda))));
    const rest = subtract(add(multiply(interval(lambda), interval(a)), logisticFunction(logit)), interval(1));
    if (rest.upper < 0) return 1;
    return rest.lower > 0 ? -1 : 0;
  };
  return bracket(sideOf, 0, 1 / lambda, 0)!;
}

function encloseTeacherThreshold(at: Setting, book: Book): Interval {
  return encloseFormula("teacherThreshold", { ...symbolsOf({ ...at, flipRate: 0 }), a: encloseA(at) }, book);
}

/** The sign of z_b in the teacher, at any flip rate. */
const teacherSide = (at: Setting, flipRate: number): -1 | 0 | 1 => side({ ...at, flipRate }, LABELS, "bad");

export const teacherThresholds = certificate(logisticBook, {
  name: "p_T is enclosed, with z_b > 0 just below and z_b < 0 just above",
  covers: ["teacherThreshold"],
  certify: (book) =>
    atSettings((at) => {
      const { lower, upper } = encloseTeacherThreshold(at, book);
      const [below, above] = [lower - WIDTH, upper + WIDTH];
      if (!(below > 0 && above < 1 / 2 && upper - lower < WIDTH)) return `p_T is in [${lower}, ${upper}]`;
      if (teacherSide(at, below) !== 1) return `z_b > 0 is not proved at p = ${below}`;
      if (teacherSide(at, above) !== -1) return `z_b < 0 is not proved at p = ${above}`;
      return { proved: `p_T in ${showInterval({ lower, upper })}` };
    }),
});

/** The sign of a kind's logit after some rounds of imitation at ξ = 1. */
function roundSide(problem: LogisticProblem, rounds: number): -1 | 0 | 1 {
  let targets: Targets = LABELS;
  for (let round = 0; round < rounds; round++) targets = predictionsOf(encloseFit(problem, targets));
  return side(problem, targets, "bad");
}

/** The threshold after some rounds, bracketed. */
function encloseRoundThreshold(at: Setting, rounds: number): Interval | null {
  return bracket((flipRate) => roundSide({ ...at, flipRate }, rounds), 2 ** -20, 1 / 2, WIDTH);
}

export const studentThresholds = certificate(logisticBook, {
  name: "p_T < p_S, with both enclosed",
  covers: ["teacherThreshold"],
  certify: (book) =>
    atSettings((at) => {
      const teacher = encloseTeacherThreshold(at, book);
      const student = encloseRoundThreshold(at, 1);
      if (student === null) return "p_S is not bracketed";
      // That p_T is what the formula says is proved where its own certificate is; here z_b must change sign close to it.
      const changes = teacherSide(at, teacher.lower - WIDTH) === 1 && teacherSide(at, teacher.upper + WIDTH) === -1;
      if (!changes) return `z_b of the teacher is not proved to change sign at ${showInterval(teacher)}`;
      if (!(teacher.upper < student.lower)) return `p_T may be ${teacher.upper} and p_S ${student.lower}`;
      return { proved: `p_T in ${showInterval(teacher)} < p_S in ${showInterval(student)}` };
    }),
});

const ROUNDS = 4;

export const roundThresholds = certificate(logisticBook, {
  name: `the thresholds of teacher and ${ROUNDS} rounds, each enclosed, increase`,
  covers: [],
  certify: () =>
    atSettings((at) => {
      const thresholds = Array.from({ length: ROUNDS + 1 }, (_, rounds) => encloseRoundThreshold(at, rounds));
      for (const [round, threshold] of thresholds.entries()) {
        if (threshold === null) return `the threshold of round ${round} is not bracketed`;
        const last = thresholds[round - 1];
        if (last && !(last.upper < threshold.lower))
          return `round ${round} may have ${threshold.lower}, after ${last.upper}`;
      }
      return { proved: thresholds.map((threshold) => showInterval(threshold!)).join(" < ") };
    }),
});

const FLIP_RATES = [0.125, 0.25, 0.375, 0.4375];

export const rightForXi = certificate(logisticBook, {
  name: "the ξ that are right on every point, enclosed at both ends, around ξ_× where the targets are equal",
  covers: ["equalisingXi", "targetGood", "targetBad"],
  certify: (book) =>
    atSettings((at) => {
      let shown = "";
      for (const flipRate of FLIP_RATES) {
        const right = encloseRight(new Students({ ...at, flipRate }, book));
        if (typeof right === "string") return `${right} at p = ${flipRate}`;
        shown = `right for ξ from ${showInterval(right.lo)} to ${showInterval(right.hi)} at p = ${flipRate}`;
      }
      return { proved: shown };
    }),
});

export const boundaryXi = certificate(logisticBook, {
  name: "where half of the labels are flipped, z_b < 0 just below ξ_max and > 0 just above",
  covers: ["xiMax"],
  certify: (book) =>
    atSettings((at) => {
      const students = new Students({ ...at, flipRate: 1 / 2 }, logisticBook);
      const { lower, upper } = encloseFormula("xiMax", { sigmaHalf: predictionsOf(students.teacher).bad }, book);
      const [below, above] = [lower - WIDTH, upper + WIDTH];
      if (!(above - below < 4 * WIDTH)) return `ξ_max is in [${lower}, ${upper}]`;
      if (students.side(below, "bad") !== -1) return `z_b < 0 is not proved at ξ = ${below}`;
      if (students.side(above, "bad") !== 1) return `z_b > 0 is not proved at ξ = ${above}`;
      return { proved: `ξ_max in ${showInterval({ lower, upper })}` };
    }),
});

export const freshSigns = certificate(logisticBook, {
  name: "S > 0 at ξ_lo, at ξ_× and at ξ_hi, and S < 0 at a thousand times ξ_hi",
  covers: ["equalisingXi"],
  certify: (book) =>
    atSettings((at) => {
      let shown = "";
      for (const flipRate of FLIP_RATES) {
        const students = new Students({ ...at, flipRate }, book);
        const right = encloseRight(students);
        if (typeof right === "string") return `${right} at p = ${flipRate}`;
        const common = (xi: Interval): Interval => encloseFit(students.problem, students.targets(xi)).common;
        const least = [interval(right.lo.lower), students.cross(), interval(right.hi.upper)].map(
          (xi) => common(xi).lower,
        );
        if (!least.every((S) => S > 0)) return `S may be ${Math.min(...least)} at p = ${flipRate}`;
        const past = common(interval(1000 * right.hi.upper));
        if (!(past.upper < 0)) return `S may be ${past.upper} at a thousand times ξ_hi, at p = ${flipRate}`;
        shown = `S > ${Math.min(...least).toPrecision(6)} up to ξ_hi, and S < ${past.upper.toPrecision(6)} past it, at p = ${flipRate}`;
      }
      return { proved: shown };
    }),
});

const AROUND = 1 / 1000;

/** All settings, with real class sizes, whose numbers differ from a setting's by a share of at most `AROUND`. */
function around({ classSize, similarity, lambda }: Setting): SettingBox {
  const near = (value: number): Interval => multiply(interval(value), interval(1 - AROUND, 1 + AROUND));
  return { classSize: near(classSize), similarity: near(similarity), lambda: near(lambda) };
}

export const orderingOnBoxes = certificate(logisticBook, {
  name: "p_T < p_S in every setting of a box of (m, c, λ), ± 0.1 % around each of ten, with both thresholds of all of them enclosed",
  covers: [],
  certify: () =>
    atSettings((at) => {
      const { teacher, student } = thresholdsOnBox(around(at));
      if (student === null) return "p_S is not enclosed around it";
      if (!(teacher.lower >= 0)) return `p_T may be ${teacher.lower} around it`;
      if (!(teacher.upper < student.lower)) return `around it p_T may be ${teacher.upper} and p_S ${student.lower}`;
      return { proved: `p_T in ${showInterval(teacher)} < p_S in ${showInterval(student)} around it,` };
    }),
});
