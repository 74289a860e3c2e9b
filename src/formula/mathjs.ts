/*
 * mathjs from its single bundled file: the same code as the package's main entry, whose thousand modules take half a
 * second to load, in each worker thread and for each command. It differentiates and typesets; formulas are read by `parse`.
 */
import bundle from "mathjs/lib/browser/math.js";

// By default its own parser rounds each number to a floating-point one.
export const mathjs = bundle.create({ number: "bigint", numberFallback: "number" });
export type { MathNode } from "mathjs";
