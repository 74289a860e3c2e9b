import type { Claim } from "../../evidence/index.ts";

/** The module that a task's claim is from, where it is not the project's own, and what it was when the task was planned. */
export interface ClaimsFile {
  readonly claimsFile?: string | undefined;
  /** Of the module and all that it imports: workers run no other. */
  readonly claimsSha256?: string | undefined;
}

/** Where claims come from: this project, or a module of others as it was when it was loaded (see `loadClaims`). */
export interface ClaimSource {
  /** All claims there are, checked or not, each after those that it depends on. */
  readonly claims: readonly Claim[];
  /** What tasks and journals say of the module, by its absolute path; nothing of the project's own. */
  readonly named: ClaimsFile;
  /** What no digest can tell of the module, in a sentence; null where there is nothing. */
  readonly unseen: string | null;
}
