import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../data/index.ts";
import type { Claim } from "../evidence/index.ts";
import { claimFile, type ClaimFile } from "./claim-file.ts";

/** What coqc made of the files under proofs/coq: the content of accepted.json. */
export interface CoqRecord {
  /** Version of Coq. */
  readonly coq: string;
  /** SHA-256 of the library. */
  readonly library: string;
  readonly claims: Readonly<Record<string, RecordedClaim>>;
}

export interface RecordedClaim {
  readonly accepted: number;
  readonly steps: number;
  /** Steps that coqc does not accept, in words. */
  readonly refused: readonly string[];
  /** SHA-256 of the claim's file. */
  readonly sha256: string;
}

/** How many of a claim's steps an independent proof assistant has accepted. */
export interface ProofAssistant {
  /** Which one. */
  readonly name: "Coq";
  /** Its version. */
  readonly version: string;
  /** Steps that it accepts. */
  readonly accepted: number;
  /** Steps that there are. */
  readonly steps: number;
}

/** What every other Coq file rests on, written by hand: its path in the folder of the Coq files. */
export const LIBRARY = "base/SumsOverModes.v";

/** The folder of the Coq files. */
export function coqFolder(): string {
  return join(packageRoot(), "proofs", "coq");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What to record of a claim, some of whose lemmas coqc refused. */
export function recordOf({ steps, text }: ClaimFile, refusedLemmas: readonly string[]): RecordedClaim {
  const refused = steps.filter(({ lemmas }) => lemmas.some((lemma) => refusedLemmas.includes(lemma)));
  return {
    accepted: steps.length - refused.length,
    steps: steps.length,
    refused: refused.map(({ derivation, says }) => `${derivation}: ${says}`),
    sha256: sha256(text),
  };
}

/** The committed record; null where there is none. */
export function readRecord(folder = coqFolder()): CoqRecord | null {
  const path = join(folder, "accepted.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CoqRecord) : null;
}

/** What the record says of a claim as it is now; null where it was made for other derivations. */
export class Rechecks {
  readonly #record: CoqRecord | null;

  constructor(folder = coqFolder()) {
    const record = readRecord(folder);
    const library = join(folder, LIBRARY);
    const current = existsSync(library) && record?.library === sha256(readFileSync(library, "utf8"));
    this.#record = current ? record : null;
  }

  /** A claim without derivations has no step that could lack a recheck. */
  of(claim: Claim): ProofAssistant | null {
    if (this.#record !== null && claim.checks.every(({ derivation }) => derivation === undefined)) {
      return { name: "Coq", version: this.#record.coq, accepted: 0, steps: 0 };
    }
    const recorded = this.#record?.claims[claim.id];
    if (recorded === undefined || recorded.sha256 !== hashOf(claim)) return null;
    const { accepted, steps } = recorded;
    return { name: "Coq", version: this.#record!.coq, accepted, steps };
  }
}

// Derivations that cannot be written for Coq have not been rechecked by it.
function hashOf(claim: Claim): string | null {
  try {
    return sha256(claimFile(claim).text);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
