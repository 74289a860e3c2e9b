/**
 * # sd-theorems as a library
 *
 * ```ts
 * import { ridge, logistic, softmax, claim, check } from "sd-theorems";
 * ```
 *
 * The three models are namespaces: `ridge.summarise(…)`. What the other pages describe is exported by its own name:
 * `check(…)`. The package is an ES module and brings its types.
 *
 * Where to start, each with a program to run: {@link ridge.summarise} for the best ξ of a ridge problem, {@link ridge.optimum}
 * for the best λ and ξ with proof, {@link ridge.simulateCells} to try it, {@link logistic.accuracy} for flipped labels,
 * {@link softmax.Probe} for data of your own, {@link claims.claim} for a claim of another paper.
 *
 * @packageDocumentation
 */
/* What is public is named in library/; internal code imports from the rooms themselves. */
export * as logistic from "./library/logistic.ts";
export * as ridge from "./library/ridge.ts";
export * as softmax from "./library/softmax.ts";
export * from "./library/claims.ts";
export * from "./library/data.ts";
export * from "./library/formulas.ts";
export * from "./library/statistics.ts";
