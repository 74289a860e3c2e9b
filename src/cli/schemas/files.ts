import { z } from "zod";
import { designSchema, spectrumSchema, squaresSchema } from "../../ridge/index.ts";
import { headerShape } from "../../run/index.ts";
import { words } from "./parts.ts";

const noise = "γ² ≥ 0, the variance of the noise of a label";
const outside = "θ_⊥² ≥ 0, what of ‖θ*‖² is outside the row space; 0 where it is left out";

/** What `--problem` reads. */
export const problemFile = z.union([
  z
    .strictObject({
      singularValues: spectrumSchema.shape.singularValues.describe("σ_j > 0, the singular values of the design"),
      signal: spectrumSchema.shape.signal.describe("θ_j, the true parameter in the right singular basis, as many"),
      noiseVariance: spectrumSchema.shape.noiseVariance.describe(noise),
      residualSignal: spectrumSchema.shape.residualSignal.describe(outside),
    })
    .describe("a spectrum"),
  z
    .strictObject({
      squaredSingularValues: squaresSchema.shape.squaredSingularValues.describe(
        's_j = σ_j² > 0, in numbers or fractions such as "7/13"',
      ),
      squaredSignal: squaresSchema.shape.squaredSignal.describe("θ_j² ≥ 0, as many"),
      noiseVariance: squaresSchema.shape.noiseVariance.describe(noise),
      residualSignal: squaresSchema.shape.residualSignal.describe(outside),
    })
    .describe("its squares, from which nothing is rounded"),
  z
    .strictObject({
      design: designSchema.shape.design.describe(
        "X, a row a sample; or the name of a CSV file with it, beside the problem file",
      ),
      parameter: designSchema.shape.parameter.describe("θ*, the true parameter, as long as a row"),
      noiseVariance: designSchema.shape.noiseVariance.describe(noise),
    })
    .describe("a design"),
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
