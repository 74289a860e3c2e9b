import type { Claim } from "../evidence/index.ts";
import type { FigureSource } from "./figures/index.ts";

/** What a report is about. */
export interface Subject {
  /** All claims there are, checked or not; each that the report names is one of them. */
  readonly claims: readonly Claim[];
  /** The module that they come from, as the command line was given it. */
  readonly claimsFile?: string;
  readonly title?: string;
  readonly figures?: readonly FigureSource[];
}
