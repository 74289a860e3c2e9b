import { visible } from "../data/index.ts";
import type { Names } from "../formula/index.ts";
import { canBeSet } from "./typeset.ts";

/**
 * The names of a book as they can be set: one whose LaTeX cannot be set by itself (a command that there is not, a bracket that
 * is not closed, nothing at all) is set as that LaTeX in typewriter letters, and so spoils no equation in which it stands.
 */
export function settable({ symbols, formulas }: Names): Names {
  const set = <Named extends { readonly latex: string }>(name: string, named: Named): Named =>
    canBeSetAgain(named.latex) ? named : { ...named, latex: asText(named.latex, name) };
  return {
    symbols: Object.fromEntries(Object.entries(symbols).map(([name, symbol]) => [name, set(name, symbol)])),
    formulas: new Map([...formulas].map(([name, formula]) => [name, set(name, formula)])),
  };
}

const known = new Map<string, boolean>();

function canBeSetAgain(latex: string): boolean {
  const can = known.get(latex) ?? canBeSet(latex);
  known.set(latex, can);
  return can;
}

// What is meant as text may have letters that no font has; its name in formulas has none such.
function asText(latex: string, name: string): string {
  const texts = [latex, name].filter((text) => text.trim() !== "").map((text) => `\\texttt{${escaped(visible(text))}}`);
  return texts.find(canBeSetAgain)!;
}

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\^~{}$&#%_]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}
