/**
 * What a symbol may be. `nonzero` and `real` may be negative; the exact reading draws its counterexamples from here and
 * sign certificates rest on it.
 */
export type Domain = "positive" | "nonnegative" | "nonzero" | "real";

/** A symbol of a formula: how it is typeset, what it means, which values it takes, whether it has one value per mode. */
export interface SymbolDeclaration {
  /** How it is typeset. */
  readonly latex: string;
  /** What it stands for, in words. */
  readonly meaning: string;
  /** Which values it takes. */
  readonly domain: Domain;
  /** Whether it has one value per mode; a formula then writes `name_j`. */
  readonly perMode: boolean;
}

/** Declarations by name. */
export type Symbols = Readonly<Record<string, SymbolDeclaration>>;

/** Declares a scalar. */
export function scalar(latex: string, domain: Domain, meaning: string): SymbolDeclaration {
  return { latex, domain, meaning, perMode: false };
}

/** Declares a symbol with one value per mode, written `name_j` in a formula. */
export function perMode(latex: string, domain: Domain, meaning: string): SymbolDeclaration {
  return { latex, domain, meaning, perMode: true };
}
