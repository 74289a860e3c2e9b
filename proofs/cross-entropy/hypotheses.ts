import { COLUMNS, ROWS, SMALL_WEIGHT_DECAY } from "./methods/contests.ts";

/* Hypotheses that stand in several claims, or that a counterexample takes away: each is written once, here. */

export const SOME_WEIGHT_DECAY = "weight decay > 0";
export const FIXED_WEIGHT_DECAY = `weight decay ${SMALL_WEIGHT_DECAY}, fixed`;
export const CORRUPTED = "labels corrupted at random";
/** Also what the statements call the setting. */
export const SETTING = `${ROWS} training samples and ${COLUMNS} random ReLU features, both drawn anew in each repeat`;
