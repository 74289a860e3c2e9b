import { closest } from "fastest-levenshtein";
import { claims } from "../../proofs/index.ts";
import { InvalidInput } from "../data/index.ts";
import { type Claim, type EvidenceKind, evidenceKinds, isEvidenceKind, theoryOf } from "../evidence/index.ts";

/**
 * The claims with these ids, or of these theories, in reading order; all of them for none.
 *
 * @throws InvalidInput that suggests the nearest id.
 */
export function chooseClaims(ids: readonly string[], among: readonly Claim[] = claims): readonly Claim[] {
  const theories = [...new Set(among.map(theoryOf))];
  const chosen = new Set(
    ids.flatMap((id) => {
      if (theories.includes(id)) return among.filter((claim) => theoryOf(claim) === id);
      return [found(id, among) ?? refuse(id, [...among.map((claim) => claim.id), ...theories])];
    }),
  );
  return ids.length === 0 ? among : among.filter((claim) => chosen.has(claim));
}

/** Whether these are all claims of this project, not of a file. */
export function areOurs(reported: readonly { readonly id: string }[]): boolean {
  return reported.every(({ id }) => claims.some((claim) => claim.id === id));
}

/** The claim with this id, or with this name after its theory's. @throws InvalidInput that suggests the nearest id. */
export function chooseClaim(id: string, among: readonly Claim[] = claims): Claim {
  const ids = among.map((claim) => claim.id);
  return found(id, among) ?? refuse(id, ids);
}

function found(id: string, among: readonly Claim[]): Claim | undefined {
  return among.find((claim) => claim.id === id) ?? among.find((claim) => claim.id.endsWith(`/${id}`));
}

function refuse(id: string, known: readonly string[]): never {
  throw new InvalidInput(`there is no claim ${id}; did you mean ${closest(id, [...known])}?`);
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
