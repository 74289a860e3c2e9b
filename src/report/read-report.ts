import { z } from "zod";
import { claims as allClaims } from "../../proofs/index.ts";
import { InvalidInput, JSON_FORM, nameOf, packageVersion, parseJson, readText, shown } from "../data/index.ts";
import { type Claim, engines, evidenceKinds } from "../evidence/index.ts";
import { digestOf, type Report } from "../run/index.ts";

const verdict = z.enum(["supported", "refuted", "inconclusive"]);
const count = z.int().nonnegative();

const evidence = z.looseObject({
  kind: z.enum(evidenceKinds),
  name: z.string(),
  verdict,
  detail: z.string(),
  seconds: z.number().nonnegative(),
});

const claimReport = z.looseObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  verdict,
  evidence: z.array(evidence),
  uncovered: z.array(z.string()),
  proofAssistant: z
    .looseObject({ name: z.literal("Coq"), version: z.string(), accepted: count, steps: count })
    .nullable(),
});

const schema: z.ZodType<Report> = z.looseObject({
  version: z.string(),
  seed: count,
  margin: z.number().positive(),
  engine: z.enum(engines),
  claims: z.array(claimReport),
  summary: z.looseObject({ supported: count, refuted: count, inconclusive: count }),
  digest: z.string(),
});

/**
 * Reads what `check --json` wrote.
 *
 * @throws InvalidInput where it is no report, was written by another version, was changed since, or knows other claims.
 */
export function readReport(path: string, given?: readonly Claim[]): Report {
  const claims = given ?? allClaims;
  const where = nameOf(path);
  const text = readText(path);
  const { schema: form } = parseJson(text, where, z.looseObject({ schema: z.unknown().optional() }));
  if (form !== JSON_FORM) {
    const its = form === undefined ? "says no schema" : `is of schema ${shown(form)}`;
    throw new InvalidInput(
      `${where} ${its}; expected schema ${JSON_FORM}, which check --json writes: check the claims again`,
    );
  }
  const report = parseJson(text, where, schema);
  if (report.version !== packageVersion()) {
    throw new InvalidInput(
      `${where} was written by version ${report.version}, and this is ${packageVersion()}; check the claims again`,
    );
  }
  const stranger = report.claims.find(({ id }) => !claims.some((claim) => claim.id === id));
  if (stranger !== undefined) {
    const remedy = given === undefined ? "name the module that it is from with --claims" : "check the claims again";
    throw new InvalidInput(`${where}: there is no claim ${stranger.id}; ${remedy}`);
  }
  const { digest, schema: _, ...content } = JSON.parse(text.trim()) as Report & { readonly schema: unknown };
  if (digestOf(content) !== digest) {
    throw new InvalidInput(`${where}: its digest is not that of its content, so it was changed after it was written`);
  }
  return report;
}
