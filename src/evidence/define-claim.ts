import type { Claim } from "./claim.ts";

/**
 * A claim, after checking that it hangs together: what its checks name must be in its book, in its hypotheses, and unique.
 *
 * @throws RangeError with one sentence for the first thing that does not.
 */
export function claim(definition: Claim): Claim {
  const { id, title, statement, hypotheses, dependsOn, book, checks } = definition;
  const refuse = (reason: string): never => {
    throw new RangeError(`claim ${JSON.stringify(id)}: ${reason}`);
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    refuse("the id must be theory/claim in lower case, such as ridge/optimal-xi");
  }
  if (title.trim() === "" || statement.trim() === "") refuse("title and statement must say something");
  if (dependsOn.includes(id)) refuse("it cannot depend on itself");
  if (checks.length === 0) refuse("it needs at least one check");
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
  return definition;
}
