import { closest } from "fastest-levenshtein";
import { claims } from "../../proofs/index.ts";
import { InvalidInput } from "../data/index.ts";
import { type Claim, type EvidenceKind, evidenceKinds, isEvidenceKind } from "../evidence/index.ts";

/** The claims with these ids, in reading order; all of them for none. @throws InvalidInput that suggests the nearest id. */
export function chooseClaims(ids: readonly string[]): readonly Claim[] {
  const chosen = new Set(ids.map(chooseClaim));
  return ids.length === 0 ? claims : claims.filter((claim) => chosen.has(claim));
}

/** The claim with this id, or with this name after its theory's. @throws InvalidInput that suggests the nearest id. */
export function chooseClaim(id: string): Claim {
  const found = claims.find((claim) => claim.id === id) ?? claims.find((claim) => claim.id.endsWith(`/${id}`));
  if (found !== undefined) return found;
  const nearest = closest(
    id,
    claims.map((claim) => claim.id),
  );
  throw new InvalidInput(`there is no claim ${id}; did you mean ${nearest}?`);
}

/** The kinds of a comma-separated list. @throws InvalidInput that suggests the nearest kind. */
export function chooseEvidence(list: string): EvidenceKind[] {
  const names = new Set(list.split(",").map((name) => name.trim()));
  return [...names].map((name) => {
    if (isEvidenceKind(name)) return name;
    const nearest = closest(name, [...evidenceKinds]);
    throw new InvalidInput(`there is no evidence of kind ${JSON.stringify(name)}; did you mean ${nearest}?`);
  });
}
