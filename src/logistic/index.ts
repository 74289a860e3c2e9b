export { logisticBook } from "./formulas.ts";
