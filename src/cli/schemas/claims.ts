import { z } from "zod";
import { evidenceKinds } from "../../evidence/index.ts";
import { count, document, id, seconds, seed, words } from "./parts.ts";

/** What `search --json` writes. */
export const searchDocument = document({
  claim: id.describe("the claim, as theory/claim"),
  seed,
  searches: z
    .array(
      z.strictObject({
        name: words.describe("what was looked for, in words"),
        looksFor: z
          .enum(["witness", "counterexample"])
          .describe("an example that the claim says exists, or one that speaks against it"),
        tried: count.describe("random problems that were tried, until one was found"),
        found: z
          .strictObject({
            problem: words.describe("the problem, as a command where there is one"),
            says: words.describe("what is the case there"),
            shrinks: count.describe("how often it was made smaller"),
          })
          .nullable()
          .describe("the smallest problem found; null where there was none among those tried, or the search failed"),
        seconds,
        failed: words.optional().describe("why the search was not carried out; absent where it was"),
      }),
    )
    .describe("a claim's own searches, or else one for a counterexample to each of its properties"),
});

/** What `list --json` writes. */
export const listDocument = document({
  claims: z
    .array(
      z.strictObject({
        id: id.describe("theory/claim"),
        title: words.describe("the claim in one line"),
        source: words.describe("the publication and the idea in it"),
        statement: words.describe("what it says, with the formulas' names"),
        hypotheses: z.array(words).describe("what is assumed"),
        dependsOn: z.array(id).describe("claims that it rests on, each listed before it"),
        checks: z
          .array(
            z.strictObject({
              kind: z
                .enum(evidenceKinds.filter((kind) => kind !== "mutation"))
                .describe("which kind of evidence it gives"),
              name: words.describe("what is checked, in words; unique within the claim"),
              covers: z.array(words).describe("formulas that it would show to be wrong"),
            }),
          )
          .describe("what bears on it"),
      }),
    )
    .describe("the claims, each after those it rests on"),
});
