/* What of this room are words alone, and so is loaded in no time. */
export { type Engine, engines } from "./claim.ts";
