/** The counts of docs/coq.md, made of proofs/coq: claims, steps and lemmas by theory, and what coqc has accepted of them. */
import { join } from "node:path";
import * as prettier from "prettier";
import { claimFile, type CoqRecord } from "../src/coq/index.ts";
import { packageRoot } from "../src/data/index.ts";
import type { Claim } from "../src/evidence/index.ts";

/** Where the document is. */
export const DOCUMENT = join(packageRoot(), "docs", "coq.md");

/** The document with its table made anew, between `<!-- counts -->` and `<!-- end -->`. */
export async function withCounts(text: string, claims: readonly Claim[], record: CoqRecord): Promise<string> {
  const renewed = text.replace(
    /(<!-- counts -->\n)[\s\S]*?(<!-- end -->)/,
    (_, begin: string, end: string) => `${begin}\n${tableOf(claims, record)}\n\n${end}`,
  );
  return prettier.format(renewed, { parser: "markdown", printWidth: 120 });
}

type Counts = readonly number[];

function tableOf(claims: readonly Claim[], record: CoqRecord): string {
  const rows = new Map<string, Counts>();
  for (const claim of claims) {
    const { steps } = claimFile(claim);
    if (steps.length === 0) continue;
    const [theory] = claim.id.split("/") as [string];
    const lemmas = new Set(steps.flatMap((step) => step.lemmas)).size;
    rows.set(theory, sum(rows.get(theory), [1, steps.length, lemmas, record.claims[claim.id]?.accepted ?? 0]));
  }
  const written = [...rows, ["all", [...rows.values()].reduce(sum)] as const].map(
    ([theory, counts]) => `| ${theory} | ${counts.join(" | ")} |`,
  );
  return [
    "| theory | claims with derivations | steps | lemmas | steps accepted |",
    "|---|--:|--:|--:|--:|",
    ...written,
  ].join("\n");
}

function sum(one: Counts | undefined, other: Counts): Counts {
  return other.map((value, i) => value + (one?.[i] ?? 0));
}
