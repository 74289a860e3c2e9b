import { z } from "zod";
import { JSON_FORM } from "../../data/index.ts";
import { engines } from "../../evidence/portable.ts";

/*
 * What the schemas share. They say what `--json` writes, field by field, for readers in other languages: what a number counts, its
 * unit and range, and when and why there is null. `npm run schemas` writes them to docs/schemas; tests hold real output against
 * those files.
 */

/** The first field of every document. */
const form = z
  .literal(JSON_FORM)
  .describe("the form of this document; it counts up where a field is taken away or comes to mean something else");

/** A document of a command. */
export function document<T extends z.core.$ZodLooseShape>(
  shape: T,
): z.ZodObject<{ schema: typeof form } & T, z.core.$strict> {
  return z.strictObject({ schema: form, ...shape });
}

export const count = z.int().min(0);
export const share = z.number().min(0).max(1);
export const positive = z.number().gt(0);
export const nonnegative = z.number().min(0);
export const words = z.string();
export const id = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const enclosure = z.tuple([z.number(), z.number()]);

export const lambda = positive.describe("λ, the regularization of teacher and student");
export const xi = z.number().describe("ξ, the imitation parameter; 0 is the teacher");
export const seed = count.describe("where all random draws started");
export const seconds = nonnegative.describe("how long it took, in seconds; no digest depends on it");
export const version = words.describe("the version of sd-theorems that wrote it");
export const engine = z
  .enum(engines)
  .describe("how simulations measured: mode by mode (spectral), or by fitting every student to every draw (direct)");

/** What code gave the results of a run. */
export const build = z
  .strictObject({
    digest: sha256.describe("SHA-256 of all code, data and versions that the results depend on"),
    commit: words.nullable().describe("the commit it was built from; null where that is not known"),
    node: words.describe("the version of Node"),
    coq: words.nullable().describe("the version of Coq on record; null where there is no record"),
    dependencies: z.record(z.string(), z.string()).describe("the versions of the run-time dependencies, by name"),
  })
  .describe("what code gave these results; no part of the digest");
