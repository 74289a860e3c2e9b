/*
 * mathjs from its single bundled file: the same code as the package's main entry, whose thousand modules take half a
 * second to load, in each worker thread and for each command.
 */
import mathjs from "mathjs/lib/browser/math.js";

export { mathjs };
export type { MathNode } from "mathjs";
