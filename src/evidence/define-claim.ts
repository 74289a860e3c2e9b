import { shown } from "../data/portable.ts";
import { type Claim, evidenceKinds } from "./claim.ts";
import { wrongField } from "./fields.ts";
import { listed } from "./words.ts";

/** Letters of an id that a message shows. */
const LONGEST_ID = 200;

/** The kinds that can show a claim to be wrong. A counterexample bears on a hypothesis, mutation on the other checks. */
const BEARING = evidenceKinds.filter((kind) => kind !== "counterexample" && kind !== "mutation");

/**
 * A claim, after checking that it hangs together: what its checks name must be in its book, in its hypotheses, and unique, and
 * every step of a derivation must be one that can be read.
 *
 * @throws RangeError with one sentence for the first thing that does not.
 *
 * @example
 * ```ts
 * import { Book, check, claim, derivation, perMode, scalar } from "sd-theorems";
 *
 * const book = Book.define(
 *   {
 *     lambda: scalar("\\lambda", "positive", "penalty"),
 *     s: perMode("s", "positive", "squared singular value"),
 *   },
 *   {
 *     a: { latex: "a", meaning: "what ridge keeps", text: "s_j/(s_j + lambda)" },
 *     freedom: { latex: "F", meaning: "degrees of freedom", text: "sum(a_j)" },
 *   },
 * );
 * const falls = claim({
 *   id: "example/degrees-of-freedom",
 *   title: "A penalty takes degrees of freedom away",
 *   source: "textbook",
 *   statement: "dF/dλ = −Σ_j s_j/(s_j + λ)² < 0.",
 *   hypotheses: ["λ > 0"],
 *   dependsOn: [],
 *   book,
 *   checks: [
 *     derivation(book, {
 *       name: "the slope",
 *       covers: ["a", "freedom"],
 *       steps: [
 *         { says: "the slope", identity: ["diff(freedom, lambda)", "-sum(s_j/(s_j + lambda)^2)"] },
 *         { says: "is negative", sign: { of: "s_j/(s_j + lambda)^2", is: "positive" } },
 *       ],
 *     }),
 *   ],
 * });
 * for (const { verdict, evidence } of check([falls]).claims) {
 *   console.log(verdict); // supported
 *   for (const { kind, detail } of evidence) console.log(`${kind}: ${detail}`);
 *   // derivation: 2 exact steps
 *   // mutation: 20 of 20 mutants caught
 * }
 * ```
 */
export function claim(definition: Claim): Claim {
  const { id, hypotheses, dependsOn, book, checks } = definition;
  const refuse = (reason: string): never => {
    throw new RangeError(`claim ${shown(id, LONGEST_ID)}: ${reason}`);
  };
  if (typeof id !== "string" || !/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    refuse("the id must be theory/claim in lower case, such as ridge/optimal-xi");
  }
  const wrong = wrongField(definition);
  if (wrong !== null) refuse(wrong);
  if (dependsOn.includes(id)) refuse("it cannot depend on itself");
  const names = new Set<string>();
  for (const { kind, name, covers, without, unreadable } of checks) {
    const unknown = covers.find((formula) => !book.formulas.has(formula));
    if (unknown !== undefined) refuse(`the ${kind} ${JSON.stringify(name)} covers ${unknown}, no formula of its book`);
    if (without !== undefined && !hypotheses.includes(without)) {
      refuse(`a counterexample drops ${JSON.stringify(without)}, which is not among its hypotheses`);
    }
    if (names.has(name)) refuse(`two checks are called ${JSON.stringify(name)}`);
    names.add(name);
    const cause = unreadable?.(book) ?? null;
    if (cause !== null) refuse(`the ${kind} ${JSON.stringify(name)}, ${cause}`);
  }
  if (!checks.some(({ kind }) => (BEARING as readonly string[]).includes(kind))) {
    refuse(`none of its checks could show it to be wrong; expected at least one ${listed(BEARING, "or")}`);
  }
  return definition;
}
