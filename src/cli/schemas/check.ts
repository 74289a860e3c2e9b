import { z } from "zod";
import { checkKinds, evidenceKinds, verdicts } from "../../evidence/index.ts";
import { build, count, document, engine, id, nonnegative, seconds, seed, sha256, version, words } from "./parts.ts";

const conditional = z
  .array(id)
  .describe(
    "the claims it waits for: those it rests on that were not checked in this run, or not found supported as yet",
  );
const fallsWith = z
  .array(id)
  .describe("claims that this one rests on whose own evidence makes its verdict worse than its own evidence does");

const verdict = z.enum(verdicts);

const evidence = z
  .strictObject({
    kind: z
      .enum(evidenceKinds)
      .describe("which kind of evidence: a check's, or the mutation score of a kind of checks"),
    name: words.describe("the check's name, unique within the claim"),
    verdict: verdict.describe("what it says of the claim"),
    detail: words.describe("what the verdict rests on, in a sentence"),
    without: words
      .optional()
      .describe("the hypothesis that a counterexample does without, as the claim lists it; absent otherwise"),
    of: z
      .enum(checkKinds)
      .optional()
      .describe("the kind of checks that a mutation score is of; absent for other evidence"),
    mutants: z
      .strictObject({
        caught: count.describe("mutants that some check of the kind noticed"),
        total: count.describe("all mutants of the formulas that these checks cover"),
        survivors: z
          .array(
            z.strictObject({
              formula: words.describe("which formula was broken"),
              change: words.describe("what was changed in it"),
              because: words
                .nullable()
                .describe(
                  "why no such check can see it; null where nothing explains it, so that the formula is untested",
                ),
            }),
          )
          .describe("mutants that no check of the kind noticed"),
      })
      .optional()
      .describe("the mutation score; absent for other evidence, and where a check was not carried out"),
    seconds,
  })
  .describe("a piece of evidence");

const claim = z
  .strictObject({
    id: id.describe("theory/claim"),
    title: words.describe("the claim in one line"),
    source: words.describe("the publication and the idea in it"),
    verdict: verdict.describe("the worst of its evidence and of the claims it rests on; inconclusive without evidence"),
    conditional,
    fallsWith,
    evidence: z.array(evidence).describe("every piece of evidence that was asked for"),
    uncovered: z
      .array(words)
      .describe("formulas of its book that no check of any claim covers: nothing would be noticed if one were wrong"),
    proofAssistant: z
      .strictObject({
        name: z.literal("Coq").describe("which one"),
        version: words.describe("its version"),
        accepted: count.describe("derivation steps that it accepts"),
        steps: count.describe("derivation steps that there are"),
      })
      .nullable()
      .describe(
        "what a proof assistant is on record to accept; null where the derivations have not been rechecked as they are",
      ),
  })
  .describe("what was found out about a claim");

/** What `check --json` writes, `merge --json` of parts of a check, and `report --from` reads. */
export const checkDocument = document({
  version,
  build,
  seed,
  margin: nonnegative.describe("relative margin of the equivalence tests of simulations, such as 0.01"),
  engine,
  claims: z.array(claim).describe("the claims that were checked, each after those it rests on"),
  summary: z
    .strictObject({
      supported: count.describe("claims with that verdict"),
      refuted: count.describe("claims with that verdict"),
      inconclusive: count.describe("claims with that verdict"),
      untested: count.describe(
        "claims that nothing speaks against, but with a formula that their checks would not see to be wrong",
      ),
    })
    .describe("how many claims have each verdict"),
  digest: sha256.describe(
    "SHA-256 of what was found: of all but schema, build and times. The same claims and seed give the same one. It is no signature",
  ),
});
