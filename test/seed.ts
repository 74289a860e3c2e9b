import fc from "fast-check";

/*
 * The same problems are drawn on every run, so that a run can be trusted to say the same again; SEED=7 npm test draws others.
 * A failure says which of its draws it was on.
 */
const seed = Number(process.env["SEED"] ?? 1);
if (!Number.isInteger(seed)) throw new RangeError(`SEED is ${process.env["SEED"]}; expected an integer`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
