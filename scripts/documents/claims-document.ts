/** docs/claims.md: every claim in full, made of the claims themselves, and the table of verdicts that a check prints. */
import { join } from "node:path";
import { verdictTable } from "../../src/cli/verdict-table.ts";
import { packageRoot } from "../../src/data/index.ts";
import type { Claim } from "../../src/evidence/index.ts";
import { theories } from "../../src/report/theories.ts";
import type { Report } from "../../src/run/index.ts";
import { plain, withGenerated } from "./generated.ts";

/** Where it is. */
export const DOCUMENT = join(packageRoot(), "docs", "claims.md");

/** The document with both parts made anew. */
export async function withClaims(text: string, claims: readonly Claim[], table: string): Promise<string> {
  return withGenerated(text, {
    claims: theories(claims)
      .flatMap(({ title, claims: own }) => [`## ${title}`, ...own.map(section)])
      .join("\n\n"),
    table: `\`\`\`\n${table}\n\`\`\``,
  });
}

/** The table of verdicts that the document shows now. */
export function shownTable(text: string): string {
  return /<!-- generated: table -->\n\n```\n([\s\S]*?)\n```/.exec(text)![1]!;
}

/** The table as a check that took so many seconds prints it. */
export function tableOf(report: Report, seconds: number): string {
  return verdictTable(report, seconds);
}

function section({ id, title, statement, hypotheses, source, dependsOn }: Claim): string {
  return [
    `### ${id}`,
    `**${plain(title)}.** ${plain(statement)}`,
    hypotheses.map((each) => `- ${plain(each)}`).join("\n"),
    `Source: ${plain(source)}.${dependsOn.length === 0 ? "" : ` Rests on ${dependsOn.map(link).join(", ")}.`} [File](../proofs/${id}.ts).`,
  ].join("\n\n");
}

function link(id: string): string {
  return `[${id}](#${id.replaceAll("/", "")})`;
}
