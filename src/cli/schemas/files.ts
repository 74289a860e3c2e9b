import { z } from "zod";
import type { designSchema, spectrumSchema, squaresSchema } from "../../ridge/index.ts";
import { headerShape } from "../../run/index.ts";
import { build, words } from "./parts.ts";

const noise = "γ² ≥ 0, the variance of the noise of a label";
const outside = "θ_⊥² ≥ 0, what of ‖θ*‖² is outside the row space; 0 where it is left out";

// A reader of problems takes a number as it is written; to JSON it is a number, or text.
const number = z.union([z.number(), z.string()]);

/** The fields of what reads a problem: no more and no fewer. */
type Fields<Schema extends z.ZodObject> = { readonly [Field in keyof Schema["shape"]]: z.ZodType };

const spectrum = {
  singularValues: z.array(number).describe("σ_j > 0, the singular values of the design"),
  signal: z.array(number).describe("θ_j, the true parameter in the right singular basis, as many"),
  noiseVariance: number.describe(noise),
  residualSignal: number.optional().describe(outside),
} satisfies Fields<typeof spectrumSchema>;

const squares = {
  squaredSingularValues: z.array(number).describe("s_j = σ_j² > 0"),
  squaredSignal: z.array(number).describe("θ_j² ≥ 0, as many"),
  noiseVariance: number.describe(noise),
  residualSignal: number.optional().describe(outside),
} satisfies Fields<typeof squaresSchema>;

const design = {
  design: z
    .union([z.string(), z.array(z.array(number))])
    .describe(
      "X, a row a sample; or the name of a file with it (.csv, .csv.gz, .npy, or .npz as file.npz:name), beside the problem file",
    ),
  parameter: z.array(number).describe("θ*, the true parameter, as long as a row"),
  noiseVariance: number.describe(noise),
} satisfies Fields<typeof designSchema>;

/** What `--problem` reads. Every number is exactly what is written: 0.1, "0.1" and "1/10" are the same. */
export const problemFile = z.union([
  z.strictObject(spectrum).describe("a spectrum"),
  z.strictObject(squares).describe("its squares, from which nothing is rounded"),
  z.strictObject(design).describe("a design"),
]);

/** A line of what `--journal` writes: the first one is the header. */
export const journalLine = z.union([
  z
    .strictObject({
      ...headerShape.shape,
      kind: headerShape.shape.kind.describe('what kind of jobs the run has, such as "check"'),
      version: headerShape.shape.version.describe("the version of sd-theorems that planned it"),
      seed: headerShape.shape.seed.describe("where all random draws start"),
      plan: headerShape.shape.plan.describe(
        "SHA-256 of all that the results depend on: another plan's journal is not gone on with",
      ),
      shard: headerShape.shape.shard.describe("which part of the plan it is of; 1 of 1 is the whole"),
      settings: headerShape.shape.settings.describe("what the run is planned from, by its kind"),
      build: build.describe("the code that made it: a journal of another build is refused"),
    })
    .describe("the first line"),
  z
    .strictObject({
      job: words.describe("the job's name"),
      result: z.unknown().describe("what it came to, by the run's kind"),
    })
    .describe("a job that ended with a result"),
  z
    .strictObject({ job: words.describe("the job's name"), failed: words.describe("why it has no result") })
    .describe("a job that failed: it is done again when the journal is gone on with"),
]);
