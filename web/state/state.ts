import { between, type Field, integer, modePair, number, oneOf, optional, rationals } from "./fields.ts";

/** The problems to choose from, and "own" for numbers that were typed or estimated from a file. */
export const PROBLEMS = [
  "two-modes",
  "gaussian",
  "high-noise",
  "diabetes",
  "not-necessary",
  "tie",
  "approached",
  "own",
] as const;
export type ProblemName = (typeof PROBLEMS)[number];

export const NOISE_SHAPES = ["gaussian", "rademacher", "laplace", "student-t"] as const;
export type NoiseShape = (typeof NOISE_SHAPES)[number];

export const MOST_MODES = 100;

/** What s and λ may be, and up to where squared signals and noise go: far from where numbers overflow or lose digits. */
export const [LEAST_S, LARGEST_S, LARGEST_SIGNAL] = [1e-12, 1e12, 1e18];

/** All that a link fixes: two links with equal states show the same, to the last digit. */
export interface State {
  readonly model: "ridge" | "logistic";
  readonly problem: ProblemName;
  /** s_j, as typed; for the problem "own" alone, like `theta2` (θ_j²) and `outside` (θ_⊥²). */
  readonly s: readonly string[];
  readonly theta2: readonly string[];
  readonly outside: number;
  /** γ², λ and ξ; null for what the problem suggests. */
  readonly noise: number | null;
  readonly lambda: number | null;
  readonly xi: number | null;
  /** The two modes whose shrinkages are drawn, counted from 1; null for the first and the last. */
  readonly modes: readonly [number, number] | null;
  readonly shape: NoiseShape;
  readonly draws: number;
  readonly seed: number;
  /** The logistic model: m, c, λ, p, ξ, and draws of flips at each flip rate. */
  readonly m: number;
  readonly c: number;
  readonly penalty: number;
  readonly p: number;
  readonly imitation: number;
  readonly flips: number;
}

export const DEFAULTS: State = {
  model: "ridge",
  problem: "two-modes",
  s: ["4", "1"],
  theta2: ["4", "1"],
  outside: 0,
  noise: null,
  lambda: null,
  xi: null,
  modes: null,
  shape: "gaussian",
  draws: 20_000,
  seed: 1,
  m: 20,
  c: 0.1,
  penalty: 1,
  p: 0.25,
  imitation: 1,
  flips: 400,
};

/** How each part is read and written, in the order of a link. */
export const FIELDS: { readonly [K in keyof State]: Field<State[K]> } = {
  model: oneOf("model", ["ridge", "logistic"]),
  problem: oneOf("problem", PROBLEMS),
  s: rationals("s", MOST_MODES),
  theta2: rationals("θ²", MOST_MODES),
  outside: number("θ_⊥²", 0, LARGEST_SIGNAL),
  noise: optional(number("γ²", 0, LARGEST_SIGNAL)),
  lambda: optional(number("λ", LEAST_S, LARGEST_S)),
  xi: optional(number("ξ", -1e6, 1e6)),
  modes: optional(modePair),
  shape: oneOf("noise", NOISE_SHAPES),
  draws: integer("draws", 0, 1_000_000),
  seed: integer("seed", 0, 2 ** 31),
  m: integer("m", 1, 200),
  c: between("c", 0, 1),
  penalty: number("λ", 1e-6, 1e6),
  p: between("p", 0, 1 / 2, true),
  imitation: number("ξ", -1e6, 1e6),
  flips: integer("draws", 0, 100_000),
};
