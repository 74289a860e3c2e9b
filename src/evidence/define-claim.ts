import type { Book } from "../formula/index.ts";
import { type Claim, evidenceKinds } from "./claim.ts";
import { joined } from "./words.ts";

/** The kinds that can show a claim to be wrong. A counterexample bears on a hypothesis, mutation on the other checks. */
const BEARING = evidenceKinds.filter((kind) => kind !== "counterexample" && kind !== "mutation");

/**
 * A claim, after checking that it hangs together: what its checks name must be in its book, in its hypotheses, and unique.
 *
 * @throws RangeError with one sentence for the first thing that does not.
 */
export function claim(definition: Claim): Claim {
  const { id, hypotheses, dependsOn, book, checks } = definition;
  const refuse = (reason: string): never => {
    throw new RangeError(`claim ${JSON.stringify(id)}: ${reason}`);
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    refuse("the id must be theory/claim in lower case, such as ridge/optimal-xi");
  }
  // Whoever writes JavaScript has no compiler that says what is missing.
  for (const field of ["title", "source", "statement"] as const) {
    const given: unknown = definition[field];
    if (typeof given !== "string" || given.trim() === "") refuse(`its ${field} is ${shown(given)}; expected words`);
  }
  for (const field of ["hypotheses", "dependsOn", "checks"] as const) {
    const given: unknown = definition[field];
    if (!Array.isArray(given)) refuse(`its ${field} is ${shown(given)}; expected a list`);
  }
  // By its shape: the claim may come from another copy of this package.
  if (!((book as Partial<Book> | undefined)?.formulas instanceof Map))
    refuse("its book is none; expected what Book.define gives");
  if (dependsOn.includes(id)) refuse("it cannot depend on itself");
  const names = new Set<string>();
  for (const { kind, name, covers, without } of checks) {
    const unknown = covers.find((formula) => !book.formulas.has(formula));
    if (unknown !== undefined) refuse(`the ${kind} ${JSON.stringify(name)} covers ${unknown}, no formula of its book`);
    if (without !== undefined && !hypotheses.includes(without)) {
      refuse(`a counterexample drops ${JSON.stringify(without)}, which is not among its hypotheses`);
    }
    if (names.has(name)) refuse(`two checks are called ${JSON.stringify(name)}`);
    names.add(name);
  }
  if (!checks.some(({ kind }) => (BEARING as readonly string[]).includes(kind))) {
    refuse(`none of its checks could show it to be wrong; expected at least one ${joined(BEARING, "or")}`);
  }
  return definition;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
