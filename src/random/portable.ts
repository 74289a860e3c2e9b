/** What of this room needs no files, and rounds alike in every engine. */
export { exponential } from "./elementary.ts";
