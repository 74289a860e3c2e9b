import Table from "cli-table3";
import type { ClaimReport, EvidenceItem, Report } from "../run/index.ts";

/** The verdicts as a table for people: a row per claim and kind of evidence, with the mutation score of that kind. */
export function verdictTable({ claims, summary, seed, digest }: Report, wallSeconds: number): string {
  const table = new Table({
    head: ["claim", "evidence", "checks", "mutants caught", "verdict", "time"],
    style: { head: [], border: [] },
    colAligns: ["left", "left", "right", "right", "left", "right"],
  });
  for (const claim of claims) {
    const rows = kindRows(claim);
    const heading = { content: `${claim.id}\n${fold(claim.title)}`, rowSpan: rows.length + 1 };
    const total = claim.evidence.reduce((sum, { seconds }) => sum + seconds, 0);
    const [first, ...rest] = rows;
    table.push([heading, ...(first ?? ["none", "", "", "", ""])], ...rest, ["", "", "", claim.verdict.toUpperCase(), time(total)]);
  }
  const counts = `${summary.supported} supported, ${summary.refuted} refuted, ${summary.inconclusive} inconclusive`;
  const findings = claims.flatMap((claim) => claim.evidence.filter((item) => item.verdict !== "supported").map(explain(claim)));
  return [table.toString(), ...findings, `${counts} · seed ${seed} · ${time(wallSeconds)} · digest ${digest.slice(0, 12)}`].join("\n");
}

function kindRows({ evidence }: ClaimReport): string[][] {
  const kinds = [...new Set(evidence.map((item) => (item.kind === "mutation" ? coveredKind(item) : item.kind)))];
  return kinds.map((kind) => {
    const checks = evidence.filter((item) => item.kind === kind);
    const mutation = evidence.find((item) => item.kind === "mutation" && coveredKind(item) === kind);
    const items = mutation ? [...checks, mutation] : checks;
    const verdicts = [...new Set(items.map(({ verdict }) => verdict).filter((verdict) => verdict !== "supported"))];
    const seconds = items.reduce((sum, item) => sum + item.seconds, 0);
    const verdict = verdicts.length === 0 ? "supported" : verdicts.join(", ");
    return [kind, String(checks.length), mutation ? score(mutation) : "–", verdict, time(seconds)];
  });
}

function coveredKind({ name }: EvidenceItem): string {
  return name.split(",")[0]!;
}

function score({ detail }: EvidenceItem): string {
  return /^\d+ of \d+/.exec(detail)?.[0] ?? "";
}

function explain({ id }: ClaimReport): (item: EvidenceItem) => string {
  return ({ kind, name, verdict, detail }) => `${verdict}: ${id}, ${kind}, ${name}: ${detail}`;
}

function time(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

function fold(title: string): string {
  return title.replace(/(.{20,38}) /g, "$1\n");
}
