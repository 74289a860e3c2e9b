import { type Claim, theoryOf } from "../evidence/index.ts";

/** Claims of one theory, in reading order. */
export interface Theory {
  readonly name: string;
  readonly title: string;
  readonly claims: readonly Claim[];
}

const TITLES: Readonly<Record<string, string>> = {
  ridge: "Ridge regression with noisy labels",
  logistic: "Logistic regression with flipped labels",
  "cross-entropy": "Cross-entropy on corrupted labels",
};

/** Claims by the theory that their ids begin with. */
export function theories(claims: readonly Claim[]): Theory[] {
  const names = [...new Set(claims.map(theoryOf))];
  return names.map((name) => ({
    name,
    title: TITLES[name] ?? name,
    claims: claims.filter((claim) => theoryOf(claim) === name),
  }));
}

/** A claim's id without its theory's name. */
export function shortName(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
