/* What of this room needs neither claims nor files, and so is loaded in no time. */
export { DEFAULTS } from "./defaults.ts";
