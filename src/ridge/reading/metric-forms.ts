import { type Book, compile, perMode, scalar } from "../../formula/index.ts";
import { inputsOf } from "./closed-forms.ts";
import { ridgeBook } from "../book/ridge.ts";
import type { RidgeProblem } from "../problem/problem.ts";
import { inFloatingPoint } from "./in-floating-point.ts";

/**
 * Closed forms of the error in one direction m, E⟨m, θ_S − θ*⟩². Every positive semidefinite error metric is a sum of such
 * ⟨m, ·⟩², and error, N and D add up over them. Idea: [DPR], the sign rule for any quadratic error.
 */
export const metricBook: Book = ridgeBook.extend(
  {
    m: perMode("m", "real", "direction of the error: its coordinate along the mode"),
    outside: scalar("m_\\perp", "real", "what the direction sees of the signal outside the row space: ⟨m, θ*_⊥⟩"),
  },
  {
    directionError: {
      latex: "e_m",
      meaning: "expected squared error in one direction",
      text: "(outside + sum(m_j*h_j*theta_j))^2 + sum(m_j^2*g_j^2*noiseVariance/s_j)",
    },
    directionN: {
      latex: "N_m",
      meaning: "half the rate at which imitation lowers the error in one direction at ξ = 0",
      text: "sum(m_j^2*a_j*t_j*noiseVariance/s_j) - (outside + sum(m_j*b_j*theta_j))*sum(m_j*t_j*theta_j)",
    },
    directionD: {
      latex: "D_m",
      meaning: "half the curvature in ξ of the error in one direction",
      text: "sum(m_j*t_j*theta_j)^2 + sum(m_j^2*t_j^2*noiseVariance/s_j)",
    },
  },
);

/** A direction in spectral coordinates: ⟨m, v_j⟩ for each mode, and what it sees of the signal outside the row space. */
export interface Direction {
  /** ⟨m, v_j⟩, one per mode. */
  readonly along: readonly number[];
  /** ⟨m, θ*_⊥⟩. */
  readonly outside: number;
}

/** What the closed forms say, in a metric, of a student's error and of how the teacher's changes with imitation. */
export interface MetricForms {
  /** The expected squared error. */
  readonly directionError: number;
  /** N: half the rate at which imitation lowers it at ξ = 0. */
  readonly directionN: number;
  /** D ≥ 0: half its curvature in ξ. The best ξ is N/D. */
  readonly directionD: number;
}

/** The numeric reading of `metricBook`, or of one with a formula broken on purpose: sums over the directions given. */
export function metricForms(
  book: Book = metricBook,
): (problem: RidgeProblem, lambda: number, xi: number, directions: readonly Direction[]) => MetricForms {
  const evaluate = compile<keyof MetricForms>(inFloatingPoint(book), ["directionError", "directionN", "directionD"]);
  return (problem, lambda, xi, directions) => {
    const inputs = inputsOf(problem, lambda, xi);
    const each = directions.map(({ along, outside }) => evaluate({ ...inputs, m: Float64Array.from(along), outside }));
    const total = (name: keyof MetricForms): number => each.reduce((sum, forms) => sum + forms[name], 0);
    return {
      directionError: total("directionError"),
      directionN: total("directionN"),
      directionD: total("directionD"),
    };
  };
}
