import * as z from "zod";
import { checkShape, InvalidInput, shown } from "../../data/index.ts";
import { type Claim, claim, evidenceKinds } from "../../evidence/index.ts";
import { isThrown, reasonOfThrown } from "../thrown.ts";

const text = z.string().min(1, "@ is empty; expected words");

// What a module may leave out is what a check that is not asked for does without.
const checkShapes = z.array(
  z.looseObject({
    kind: z.enum(evidenceKinds.filter((kind) => kind !== "mutation")),
    name: text,
    covers: z.array(z.string()),
    comparisons: z.int().min(0).optional(),
    effort: z.number().min(0).optional(),
    run: z.custom((given) => typeof given === "function", "@ is no function").optional(),
  }),
);

/**
 * The claims that a module exports, each of which hangs together and comes after those that it depends on.
 *
 * @throws Error in one sentence that does not name the module, or whatever a getter of the module throws.
 */
export function claimsOf(module: object): readonly Claim[] {
  const { claims } = module as { readonly claims?: unknown };
  if (!Array.isArray(claims) || claims.length === 0) {
    throw new InvalidInput("it exports no claims; expected an array named claims");
  }
  const found = Array.from(claims as readonly unknown[], (each, i) => claimOf(each, `claims[${i}]`));
  requireOrder(found);
  return found;
}

function claimOf(given: unknown, where: string): Claim {
  if (typeof given !== "object" || given === null) {
    throw new InvalidInput(`${where} is ${shown(given)}; expected what claim() gives`);
  }
  const { checks } = given as { readonly checks?: unknown };
  if (Array.isArray(checks)) checkShape(checks, `${where}, its checks`, checkShapes);
  try {
    return claim(given as Claim);
  } catch (error) {
    // The sentence of a claim that does not hang together names it; a slip of its author's does not.
    throw isThrown(error, RangeError) ? error : new InvalidInput(`${where}: ${reasonOfThrown(error)}`);
  }
}

// A claim's verdict needs those it depends on.
function requireOrder(claims: readonly Claim[]): void {
  const before = new Set<string>();
  for (const { id, dependsOn } of claims) {
    if (before.has(id)) throw new InvalidInput(`two claims are called ${id}`);
    const late = dependsOn.find((other) => !before.has(other));
    if (late !== undefined) throw new InvalidInput(`${id} depends on ${late}, which does not come before it`);
    before.add(id);
  }
}
