import { type Claim, type Verdict, worst } from "../../../evidence/index.ts";

/** As much of a claim as says what it rests on. */
type Placed = Pick<Claim, "id" | "dependsOn">;

/** What a claim's evidence and that of all it rests on amount to. */
export interface Standing {
  /** The worst of its evidence and of the claims it rests on, as far as these were checked; inconclusive without evidence. */
  readonly verdict: Verdict;
  /** The claims it waits for: those it rests on, directly or not, that were not checked, or not as yet found to be supported. */
  readonly conditional: readonly string[];
  /** The claims it falls with: those it rests on whose own evidence makes its verdict worse than its own evidence does. */
  readonly fallsWith: readonly string[];
}

/** How many claims have each verdict. */
export type Summary = Readonly<Record<Verdict, number>>;

/** What pieces of evidence amount to by themselves. */
export function verdictOfEvidence(evidence: readonly { readonly verdict: Verdict }[]): Verdict {
  return evidence.length === 0 ? "inconclusive" : worst(evidence.map(({ verdict }) => verdict));
}

/**
 * The standing of each claim that was checked, from evidence alone: nothing else decides a verdict.
 *
 * @param claims all that are known, checked or not, in reading order.
 * @param evidence of each claim that was checked, by its id.
 */
export function standings(
  claims: readonly Placed[],
  evidence: ReadonlyMap<string, readonly { readonly verdict: Verdict }[]>,
): ReadonlyMap<string, Standing> {
  const own = new Map([...evidence].map(([id, items]) => [id, verdictOfEvidence(items)]));
  const found = new Map<string, Standing>();
  for (const id of own.keys()) {
    const beneath = foundationsOf(id, claims);
    const verdict = worst([own.get(id)!, ...beneath.flatMap((other) => own.get(other) ?? [])]);
    const unsettled = (other: string): boolean => {
      const all = [other, ...foundationsOf(other, claims)].flatMap((each) => own.get(each) ?? []);
      return !own.has(other) || ["inconclusive", "untested"].includes(worst(all));
    };
    const fallsWith = verdict === own.get(id) ? [] : beneath.filter((other) => own.get(other) === verdict);
    found.set(id, { verdict, conditional: beneath.filter(unsettled), fallsWith });
  }
  return found;
}

/** How many of these claims have each verdict. */
export function summaryOf(reports: readonly { readonly verdict: Verdict }[]): Summary {
  const count = (verdict: Verdict): number => reports.filter((report) => report.verdict === verdict).length;
  return {
    supported: count("supported"),
    refuted: count("refuted"),
    inconclusive: count("inconclusive"),
    untested: count("untested"),
  };
}

// All that a claim rests on, directly or not, in reading order; what is not known comes last.
function foundationsOf(id: string, claims: readonly Placed[]): string[] {
  const beneath = new Set<string>();
  const open = [id];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    for (const other of claims.find((claim) => claim.id === each)?.dependsOn ?? []) {
      if (beneath.has(other) || other === id) continue;
      beneath.add(other);
      open.push(other);
    }
  }
  const known = claims.map((claim) => claim.id).filter((other) => beneath.has(other));
  return [...known, ...[...beneath].filter((other) => !known.includes(other))];
}
