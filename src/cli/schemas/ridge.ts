import { z } from "zod";
import { count, document, enclosure, lambda, nonnegative, positive, words, xi } from "./parts.ts";

const approximation = words
  .optional()
  .describe("for a problem given as a design: that the numbers are those of its rounded spectrum; absent otherwise");

const errors = {
  shrinkage: z.array(z.number()).describe("g_j = E θ_S,j / θ_j, in the order of the problem's modes"),
  squaredBias: nonnegative.describe("‖E θ_S − θ*‖², in squared units of the parameter"),
  variance: nonnegative.describe("E‖θ_S − E θ_S‖², in squared units of the parameter"),
  error: nonnegative.describe("E‖θ_S − θ*‖², the sum of both"),
};

/** What `ridge --json` writes. */
export const ridgeDocument = document({
  approximation,
  lambda,
  xi,
  ...errors,
  optimalXi: z
    .number()
    .nullable()
    .describe("ξ*(λ), the imitation parameter of the least error at this λ; null for the reason in optimalXiReason"),
  optimalXiReason: words.optional().describe("why there is no best ξ; absent where there is one"),
  errorAtOptimalXi: nonnegative.describe("the error at ξ*, or at any ξ where there is no best one"),
  gain: nonnegative.describe("the teacher's error less that at ξ*"),
  noiseThreshold: nonnegative.describe("γ²_c(λ): ξ* > 1 exactly for noise variances above it"),
});

const rounds = document({
  approximation,
  lambda,
  rounds: z
    .array(
      z.strictObject({
        xi: z.number().nullable().describe("ξ of the round; null for round 0, the teacher, which imitates nobody"),
        xiReason: words.optional().describe("why there is no ξ; absent where there is one"),
        ...errors,
      }),
    )
    .describe("the teacher, and then the student of each round"),
}).describe("with --xi: the students of these rounds");

const best = document({
  approximation,
  lambda,
  oracleError: nonnegative.describe("the least error of all shrinkages that are functions of s_j"),
  distinct: z
    .int()
    .min(0)
    .describe(
      "the number of distinct s_j: so many rounds reach the oracle's error, or come as near to it as one likes",
    ),
  best: z
    .array(
      z.strictObject({
        rounds: z.int().min(0).describe("how many rounds"),
        error: nonnegative.describe("the infimum of the expected error over their imitation parameters"),
        attained: z.boolean().describe("whether some imitation parameters have that error, or only come near to it"),
        tails: z
          .array(z.number())
          .describe(
            "T_1, T_2, …: the products of the last 1, 2, … imitation parameters, as the claim ridge/repeated has them",
          ),
        xis: z.array(z.number()).nullable().describe("ξ of each round, in order; null for the reason in reason"),
        reason: words.optional().describe("why there are no imitation parameters; absent where there are"),
        errorAtXis: nonnegative
          .optional()
          .describe(
            "the expected error of these xis as they stand here, computed exactly and rounded; absent without xis",
          ),
        reached: z
          .boolean()
          .optional()
          .describe("whether that is the least error, in half of its digits; absent without xis"),
        arithmetic: z.enum(["floating point", "exact"]).describe("how the tails were found"),
        condition: z
          .number()
          .min(1)
          .nullable()
          .describe(
            "an estimate of the condition number of the system for the tails; null for the reason in conditionReason",
          ),
        conditionReason: words.optional().describe("why there is no condition number; absent where there is one"),
        warning: words.optional().describe("how many digits are lost and what error is left; absent where few are"),
      }),
    )
    .describe("for 0 rounds (the teacher), 1, 2, …"),
}).describe("with --rounds: the best students of up to so many rounds");

/** What `repeated --json` writes. */
export const repeatedDocument = z.union([rounds, best]);

const limit = z.enum(["lambda->0", "lambda->infinity"]);

const spectrum = z
  .strictObject({
    rank: count.describe("the rank of X, proved"),
    distinct: count
      .nullable()
      .describe(
        "how many different s_j > 0 there are; null where some are neither shown to be equal nor told apart, which reason says",
      ),
    exact: count.describe("how many of them are known exactly, as they are rational"),
    widest: nonnegative.describe("relative width of the widest enclosure of an s_j; 0 where all are exact"),
  })
  .optional()
  .describe("for a problem given as a design: how well its spectrum is known; absent otherwise");

/** What `optimum --json` writes. */
export const optimumDocument = document({
  ridge: z
    .strictObject({
      lambda: z
        .number()
        .min(0)
        .nullable()
        .describe("a λ whose error is in the enclosure; null where that is ∞, which limit says"),
      limit: z.literal("lambda->infinity").nullable().describe("set where the best λ is ∞; null where it is finite"),
      error: enclosure.describe("two numbers between which the least error is proved to lie"),
    })
    .describe("the best ridge estimator: the minimum over λ in [0, ∞]"),
  distillation: z
    .strictObject({
      lambda: positive
        .nullable()
        .describe(
          "λ of a pair whose error is in the enclosure; null where the infimum is at a limit alone, which limit says",
        ),
      xi: z.number().nullable().describe("ξ of the pair; null where lambda is"),
      error: enclosure.describe("two numbers between which the infimum is proved to lie"),
      attained: z
        .boolean()
        .nullable()
        .describe(
          "whether some pair has the infimum as its error; null where that is not decided, which reason explains",
        ),
      limit: limit.nullable().describe("where the infimum is, or may be, approached; null where it is attained"),
    })
    .describe("the best self-distillation: the infimum over λ in (0, ∞) and all real ξ"),
  condition: z
    .strictObject({
      value: z.number().nullable().describe("S at the best λ of ridge; null where there is no best λ inside (0, ∞)"),
      range: enclosure
        .nullable()
        .describe(
          "two numbers between which S is proved to lie at every λ that may be the best; null where there is none inside (0, ∞)",
        ),
      reason: words.optional().describe("why there is no value or no range; absent where there are both"),
      impliesBetter: z.boolean().describe("whether S < 0 is shown at each of them"),
    })
    .describe(
      "the condition S < 0, sufficient for a better student: the claim ridge/distillation-beats-regularization",
    ),
  strictlyBetter: z
    .boolean()
    .nullable()
    .describe(
      "whether the infimum is below the minimum of ridge; null where neither enclosures nor a theorem decide, which reason explains",
    ),
  reason: words.describe("what decides strictlyBetter, or why nothing does"),
  oracle: nonnegative.describe("the error of the best shrinkage mode by mode, to within rounding"),
  oracleOfGroups: nonnegative.describe(
    "the error of the best shrinkage that is a function of s; larger where modes with equal s differ in signal",
  ),
  spectrum,
});

/** What `simulate --json` writes. */
export const simulateDocument = document({
  approximation: words
    .optional()
    .describe("for a problem given as a design: of what the closed forms are; absent otherwise"),
  replicates: z.int().min(2).describe("draws of the labels, the same for every student"),
  noise: z.enum(["gaussian", "rademacher", "laplace", "student-t"]).describe("the distribution of the noise"),
  seed: z.int().min(0).describe("where all random draws started"),
  engine: z
    .enum(["spectral", "direct"])
    .describe("how errors were measured: mode by mode, or by fitting every student to every draw"),
  cells: z
    .array(
      z.strictObject({
        lambda,
        xi,
        mean: nonnegative.describe("mean of ‖θ_S − θ*‖² over the draws"),
        standardError: nonnegative.describe("standard error of that mean"),
        expected: nonnegative.describe("the closed form of the expected error"),
        deviation: z
          .number()
          .nullable()
          .describe(
            "the mean less the closed form, in standard errors; null where the standard error is 0, as every draw is the same",
          ),
        deviationReason: words.optional().describe("why there is no deviation; absent where there is one"),
      }),
    )
    .describe("every student, λ by λ and ξ by ξ, in the order given"),
});
