/**
 * sd-theorems as a library.
 *
 * - `ridge`, `logistic`, `softmax`: the models, each a namespace with its closed forms, direct estimators and simulations.
 * - `claim`, and the kinds of evidence: `derivation`, `certificate`, `simulation`, `property`, `counterexample`, `experiment`;
 *   `check` gives a verdict for claims of your own, or for the project's, `claims`.
 * - `Book`, `scalar`, `perMode`: formulas, written once; `prove`, `compile`, `evaluate`, `enclose`, `latex` read them.
 * - `Streams` and noises, moments and equivalence tests: what a simulation is made of.
 * - Data sets, and readers for files of your own.
 *
 * The folder library/ names what is public; internal code imports from the rooms.
 *
 * @packageDocumentation
 */
export * as logistic from "./library/logistic.ts";
export * as ridge from "./library/ridge.ts";
export * as softmax from "./library/softmax.ts";
export * from "./library/claims.ts";
export * from "./library/data.ts";
export * from "./library/formulas.ts";
export * from "./library/statistics.ts";
