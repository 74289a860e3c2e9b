/** Without it there is no mode: N and D are empty sums, and every estimate is 0. */
export const DESIGN = "X ≠ 0, so that r ≥ 1";
