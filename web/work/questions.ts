import type {
  LogisticProblem,
  LogisticSetting,
  LogisticSummary,
  Rectangle,
  Region,
  Who,
} from "../../src/logistic/index.ts";
import type { Optimum } from "../../src/ridge/portable.ts";
import type { JointMoments } from "../../src/statistics/index.ts";
import type { ProblemParts } from "../problem/setting.ts";
import type { State } from "../state/state.ts";

/** What a worker is asked for, and what it answers: once or, with a simulation or a map, again and again. */
export interface Jobs {
  optimum: { asks: ProblemParts; answers: Optimum };
  /** Errors at each of several λ: of the first that are wanted at once, and of a range. */
  errors: { asks: ErrorsAsked; answers: ErrorsMeasured };
  errorsAlong: { asks: ErrorsAsked; answers: ErrorsMeasured };
  thresholds: { asks: LogisticProblem & { readonly xi: number }; answers: LogisticSummary };
  regions: { asks: LogisticSetting & { readonly mostXi: number }; answers: RegionsFound };
  flips: { asks: FlipsAsked; answers: readonly FlipEstimate[] };
  table: { asks: { readonly name: string; readonly text: string }; answers: Estimated };
}

export interface ErrorsAsked extends Pick<State, "shape" | "seed" | "draws"> {
  readonly parts: ProblemParts;
  readonly lambdas: readonly number[];
}

/** For each λ the joint moments of ‖u‖², ⟨u, v⟩ and ‖v‖² (see QuadraticErrors): the error at every ξ. */
export interface ErrorsMeasured {
  readonly asked: ErrorsAsked;
  readonly moments: readonly JointMoments[];
}

export interface FlipsAsked extends LogisticSetting {
  readonly xi: number;
  readonly rates: readonly number[];
  readonly draws: number;
  readonly seed: number;
}

/** Rectangles that are proved to lie in a region since the last answer, and those that are not, yet. */
export interface RegionsFound {
  readonly settled: readonly (Rectangle & { readonly region: Region })[];
  readonly undecided: readonly Rectangle[];
  readonly depth: number;
}

/** A problem estimated from a table. */
export interface Estimated {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly s: readonly string[];
  readonly theta2: readonly string[];
  readonly noise: number;
}

export type Topic = keyof Jobs;

/** The mean accuracy of direct fits to randomly flipped labels, on the true ones. */
export interface FlipEstimate {
  readonly who: Who;
  readonly rate: number;
  readonly value: number;
  readonly standardError: number;
  readonly draws: number;
}
