import type { Claim, Verdict } from "../evidence/index.ts";
import type { ClaimReport } from "../run/index.ts";

/** What a claim's verdict amounts to with what it rests on. `conditional`: supported, on ground that was not checked. */
export type StatusKind = Verdict | "conditional" | "unchecked";

export interface Status {
  readonly kind: StatusKind;
  /** Claims that it rests on, directly or not, which were not checked in this run. */
  readonly unchecked: readonly string[];
  /** Claims that it rests on, directly or not, whose own evidence refutes them or does not decide. */
  readonly troubled: readonly string[];
}

/** The status of each claim, checked or not, computed from the verdicts of the checked ones and what rests on what. */
export function statuses(claims: readonly Claim[], checked: readonly ClaimReport[]): ReadonlyMap<string, Status> {
  const verdicts = new Map(checked.map(({ id, verdict }) => [id, verdict]));
  const found = new Map<string, Status>();
  // Claims come after those that they rest on.
  for (const { id, dependsOn } of claims) {
    const below = dependsOn.map((other) => ({ id: other, ...found.get(other)! }));
    const unchecked = below.flatMap((other) => [...other.unchecked, ...(verdicts.has(other.id) ? [] : [other.id])]);
    const troubled = below.flatMap((other) => [...other.troubled, ...(isTrouble(other.kind) ? [other.id] : [])]);
    const verdict = verdicts.get(id);
    const grounded = verdict === "supported" && unchecked.length > 0 ? "conditional" : verdict;
    found.set(id, {
      kind: grounded ?? "unchecked",
      unchecked: [...new Set(unchecked)],
      troubled: [...new Set(troubled)],
    });
  }
  return found;
}

function isTrouble(kind: StatusKind): boolean {
  return kind === "refuted" || kind === "inconclusive";
}

/** How a status is shown beside its colour, what it is called, and what it means. */
export const statusWords: Readonly<
  Record<StatusKind, { readonly sign: string; readonly name: string; readonly means: string }>
> = {
  supported: {
    sign: "✓",
    name: "supported",
    means: "every piece of evidence speaks for the claim, and so it is for all that it rests on",
  },
  conditional: {
    sign: "◐",
    name: "conditional",
    means: "every piece of evidence speaks for the claim, but it rests on a claim that was not checked in this run",
  },
  inconclusive: {
    sign: "?",
    name: "inconclusive",
    means:
      "nothing speaks against the claim, but some evidence for it, or for a claim that it rests on, did not decide",
  },
  refuted: {
    sign: "✗",
    name: "refuted",
    means: "some evidence speaks against the claim, or against a claim that it rests on",
  },
  unchecked: { sign: "–", name: "not checked", means: "the claim was not checked in this run" },
};
