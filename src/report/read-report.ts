import { z } from "zod";
import { checkShape, InvalidInput, JSON_FORM, nameOf, packageVersion, parseJson, readText } from "../data/index.ts";
import { checkKinds, engines, evidenceKinds, verdicts } from "../evidence/index.ts";
import {
  buildOf,
  buildsDiffer,
  buildShape,
  type ClaimSource,
  digestOf,
  LONGEST_DETAIL,
  type Report,
  requireConsistent,
} from "../run/index.ts";

const verdict = z.enum(verdicts);
const count = z.int().nonnegative();

/** Seconds, some three centuries. */
const LONGEST_TIME = 1e10;

const evidence = z.looseObject({
  kind: z.enum(evidenceKinds),
  name: z.string(),
  verdict,
  detail: z.string().max(LONGEST_DETAIL, "@ has more characters than any finding"),
  without: z.string().optional(),
  of: z.enum(checkKinds).optional(),
  mutants: z
    .strictObject({
      caught: count,
      total: count,
      survivors: z.array(z.strictObject({ formula: z.string(), change: z.string(), because: z.string().nullable() })),
    })
    .optional(),
  seconds: z.number().nonnegative().max(LONGEST_TIME, "@ is longer than three centuries"),
});

const claimReport = z.looseObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  verdict,
  conditional: z.array(z.string()),
  fallsWith: z.array(z.string()),
  evidence: z.array(evidence),
  uncovered: z.array(z.string()),
  proofAssistant: z
    .looseObject({ name: z.literal("Coq"), version: z.string(), accepted: count, steps: count })
    .nullable(),
});

const schema: z.ZodType<Report> = z.looseObject({
  schema: z.literal(JSON_FORM),
  version: z.string(),
  build: buildShape,
  seed: count,
  margin: z
    .number()
    .gt(0, "@ is no margin; expected a number between 0 and 1")
    .lt(1, "@ is no margin; expected a number between 0 and 1"),
  engine: z.enum(engines),
  claims: z.array(claimReport),
  summary: z.looseObject({ supported: count, refuted: count, inconclusive: count, untested: count }),
  digest: z.string(),
});

/**
 * Reads what `check --json` wrote, and works out again all that follows from the evidence in it. Whoever can write such a file
 * can write any evidence into it, with a digest that fits: the digest is no signature.
 *
 * @param source where the claims come from.
 * @throws InvalidInput where it is no report, was made by another version or build, was changed since, knows other claims, or
 *   contradicts itself.
 */
export function readReport(path: string, source: ClaimSource): Report {
  const where = nameOf(path);
  const text = readText(path);
  const document = parseJson(text, where, z.unknown());
  if (isOld(document)) {
    throw new InvalidInput(`${where} is from before reports said which code made them; check the claims again`);
  }
  const report = checkShape(document, where, schema);
  if (report.version !== packageVersion()) {
    throw new InvalidInput(
      `${where} was written by version ${report.version}, and this is ${packageVersion()}; check the claims again`,
    );
  }
  const { claims, named } = source;
  const stranger = report.claims.find(({ id }) => !claims.some((claim) => claim.id === id));
  if (stranger !== undefined) {
    const remedy =
      named.claimsFile === undefined ? "name the module that it is from with --claims" : "check the claims again";
    throw new InvalidInput(`${where}: there is no claim ${stranger.id}; ${remedy}`);
  }
  const difference = buildsDiffer(report.build, buildOf(named.claimsSha256));
  if (difference !== null) {
    throw new InvalidInput(`${where} is of ${difference}; check the claims again, or make the report where it is from`);
  }
  const { digest, ...content } = JSON.parse(text.trim()) as Report;
  if (digestOf(content) !== digest) {
    throw new InvalidInput(`${where}: its digest is not that of its content, so it was changed after it was written`);
  }
  try {
    requireConsistent(report, source);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(`${where} contradicts itself: ${error.message}`);
  }
  return report;
}

function isOld(document: unknown): boolean {
  return typeof document === "object" && document !== null && "digest" in document && !("build" in document);
}
