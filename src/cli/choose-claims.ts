import { closest } from "fastest-levenshtein";
import { claims } from "../../proofs/index.ts";
import { InvalidInput } from "../data/index.ts";
import { type Claim, type EvidenceKind, evidenceKinds, isEvidenceKind } from "../evidence/index.ts";

/** The claims with these ids, in reading order; all of them for none. @throws InvalidInput that suggests the nearest id. */
export function chooseClaims(ids: readonly string[], among: readonly Claim[] = claims): readonly Claim[] {
  const chosen = new Set(ids.map((id) => chooseClaim(id, among)));
  return ids.length === 0 ? among : among.filter((claim) => chosen.has(claim));
}

/** The claim with this id, or with this name after its theory's. @throws InvalidInput that suggests the nearest id. */
export function chooseClaim(id: string, among: readonly Claim[] = claims): Claim {
  const found = among.find((claim) => claim.id === id) ?? among.find((claim) => claim.id.endsWith(`/${id}`));
  if (found !== undefined) return found;
  const nearest = closest(
    id,
    among.map((claim) => claim.id),
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
