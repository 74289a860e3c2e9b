import {
  constant,
  develop,
  type Expression,
  Intervals,
  TaylorBounds,
  type TaylorModel,
  TaylorModels,
} from "../../formula/index.ts";
import { optimumBook } from "./book.ts";
import type { Chart } from "./chart.ts";
import type { Mode, Modes } from "./modes.ts";

/**
 * On a cell of relative half-width 1/8 the k-th coefficient of a shrinkage is at most 8⁻ᵏ of the first, and what is cut
 * off after z¹⁶ is a rounding error or two. The best κ is fitted by a polynomial of half that degree: what it misses
 * counts squared.
 */
const ORDER = 16;

const givenOracle = optimumBook.opaque("oracleShrinkage", "oracleShortfall");
const missFromZero = givenOracle.expand("miss_j");
const missFromOne = givenOracle.expand("missFromOne_j");
const givenMisses = optimumBook.opaque("weight", "miss");
const sums = {
  excess: givenMisses.expand("excess"),
  pull: givenMisses.expand("pull"),
  curvature: givenMisses.expand("curvature"),
  excessSlope: givenMisses.expand("excessSlope"),
  bend: givenMisses.expand("bend"),
};
const missCurvature = optimumBook.expand("missCurvatureByLambda_j");
const tSlope = optimumBook.expand("tSlope_j");
const zero = TaylorModels.model([0]);

/**
 * The errors of all students with λ in a range, as functions of z on |z| ≤ 1 where the chart's coordinate is
 * u = centre + radius·z.
 */
export class Cell {
  readonly chart: Chart;
  readonly centre: number;
  readonly radius: number;
  /** e(λ, 0). */
  readonly ridge: TaylorModel;
  /** The least error over ξ. */
  readonly distillation: TaylorModel;
  /** The κ at which it is, within the model's error. */
  readonly kappa: TaylorModel;
  readonly #modes: Modes;
  readonly #alpha: readonly TaylorModel[];
  readonly #beta: readonly TaylorModel[];
  readonly #d: readonly TaylorModel[];

  constructor(modes: Modes, chart: Chart, centre: number, radius: number) {
    this.chart = chart;
    this.centre = centre;
    this.radius = radius;
    this.#modes = modes;
    const perMode = (expression: Expression, given: (mode: Mode, j: number) => Readonly<Record<string, TaylorModel>>) =>
      modes.modes.map((mode, j) => ofOneMode(expression, { [chart.coordinate]: this.#place() }, given(mode, j)));
    this.#alpha = perMode(chart.alpha, ({ s }) => ({ s }));
    this.#beta = perMode(chart.beta, ({ s }) => ({ s }));
    this.#d = perMode(chart.d, ({ s }, j) => {
      const [alpha, beta] = [this.#alpha[j]!, this.#beta[j]!];
      return { s, a: alpha, b: beta, highB: beta };
    });
    const teacher = this.#misses(zero);
    const curvature = this.#sum("curvature", teacher);
    const fit = bestKappa(this.#sum("pull", teacher), curvature);
    const student = this.#misses(fit);
    // e at κ is e at the best κ + C(κ − best κ)², where κ − best κ = −M/C for the pull M at κ.
    const pull = TaylorBounds.bound(this.#sum("pull", student));
    const missed = Intervals.divide(Intervals.interval(0, pull), positive(TaylorBounds.range(curvature).lower)).upper;
    const oracle = constant(modes.oracleError);
    this.ridge = TaylorModels.add(oracle, this.#sum("excess", teacher));
    this.distillation = TaylorModels.widen(
      TaylorModels.add(oracle, this.#sum("excess", student)),
      TaylorModels.roundedUp(pull * missed),
    );
    this.kappa = TaylorModels.widen(fit, missed);
  }

  /** The slope of e(λ, 0) in the coordinate. */
  ridgeSlope(): TaylorModel {
    return this.#slope(zero);
  }

  /** The slope of the least error over ξ: as it is least there, that of the error for a fixed κ. */
  distillationSlope(): TaylorModel {
    return this.#slope(this.kappa);
  }

  /** In the middle chart: of the sign of the curvature in λ of the least error over ξ. */
  bend(): TaylorModel {
    const scalars = { lambda: this.#place(), kappa: this.kappa };
    const perMode = (expression: Expression): TaylorModel[] =>
      this.#modes.modes.map(({ s }) => ofOneMode(expression, scalars, { s }));
    return this.#sum("bend", this.#misses(this.kappa), {
      missSlope: perMode(this.chart.missSlope),
      missCurvature: perMode(missCurvature),
      dSlope: perMode(tSlope),
    });
  }

  /** e at one κ, the same for the whole cell. */
  errorAt(kappa: number): TaylorModel {
    return TaylorModels.add(
      constant(this.#modes.oracleError),
      this.#sum("excess", this.#misses(TaylorModels.model([kappa]))),
    );
  }

  #slope(kappa: TaylorModel): TaylorModel {
    const scalars = { [this.chart.coordinate]: this.#place(), kappa };
    const missSlope = this.#modes.modes.map(({ s }) => ofOneMode(this.chart.missSlope, scalars, { s }));
    return this.#sum("excessSlope", this.#misses(kappa), { missSlope });
  }

  #misses(kappa: TaylorModel): TaylorModel[] {
    return this.#modes.modes.map(({ nearOne, oracleShrinkage, oracleShortfall }, j) =>
      ofOneMode(
        nearOne ? missFromOne : missFromZero,
        { kappa },
        { alpha: this.#alpha[j]!, beta: this.#beta[j]!, d: this.#d[j]!, oracleShrinkage, oracleShortfall },
      ),
    );
  }

  #sum(
    name: keyof typeof sums,
    miss: readonly TaylorModel[],
    more: Readonly<Record<string, readonly TaylorModel[]>> = {},
  ): TaylorModel {
    const { modes } = this.#modes;
    const weight = modes.map((mode) => mode.weight);
    const perMode = { weight, miss, d: this.#d, ...more };
    return develop(sums[name], { modes: modes.length, scalars: {}, perMode }, ORDER);
  }

  #place(): TaylorModel {
    return TaylorModels.variable(this.centre, this.radius);
  }
}

/** The cell whose coordinates reach from `from` to `to` at least, and exactly from 0 where `from` is 0. */
export function cellOver(modes: Modes, chart: Chart, from: number, to: number): Cell {
  if (from === 0) return new Cell(modes, chart, to / 2, to / 2);
  const centre = from + (to - from) / 2;
  return new Cell(modes, chart, centre, Intervals.above(Math.max(centre - from, to - centre)));
}

/** The single student, or students of one λ, at a coordinate. */
export function cellAt(modes: Modes, chart: Chart, u: number): Cell {
  return new Cell(modes, chart, u, 0);
}

function ofOneMode(
  expression: Expression,
  scalars: Readonly<Record<string, TaylorModel>>,
  values: Readonly<Record<string, TaylorModel>>,
): TaylorModel {
  const perMode: Record<string, readonly TaylorModel[]> = {};
  for (const name in values) perMode[name] = [values[name]!];
  return develop(expression, { modes: 1, scalars, perMode }, ORDER, { j: 0 });
}

// In floating point: any κ will do, and the nearer to the best, the tighter.
function bestKappa(pull: TaylorModel, curvature: TaylorModel): TaylorModel {
  return TaylorModels.model(TaylorModels.seriesQuotient(pull.coefficients, curvature.coefficients, ORDER / 2));
}

// Nothing may be divided by 0 or less; 0 as divisor gives everything.
function positive(lower: number): { readonly lower: number; readonly upper: number } {
  return lower > 0 ? Intervals.interval(lower) : Intervals.interval(0);
}
