import Table from "cli-table3";
import { onOneLine } from "../data/index.ts";
import { describeScore, uncoveredSentence, worst } from "../evidence/index.ts";
import { type EvidenceItem, groundSentence, type Report, statusOf, statusWords } from "../run/index.ts";
import { areOurs } from "./choose-claims.ts";

/** The verdicts as a table for people: a row per claim, in it a line per kind of evidence with its mutation score. */
export function verdictTable({ claims, summary, seed, engine, digest }: Report, wallSeconds: number): string {
  const table = new Table({
    head: ["claim", "verdict", "evidence", "checks", "mutants caught", "time"],
    style: { head: [], border: [], compact: false },
    colAligns: ["left", "left", "left", "right", "right", "right"],
    colWidths: [42],
    wordWrap: true,
  });
  for (const claim of claims) {
    const { id, title, evidence } = claim;
    const columns = ["evidence", "checks", "mutants", "time"] as const;
    const lines = kindLines(evidence);
    const { name } = statusWords[statusOf(claim)];
    table.push([
      `${id}\n${onOneLine(title)}`,
      name,
      ...columns.map((column) => lines.map((line) => line[column]).join("\n")),
    ]);
  }
  const { supported, refuted, inconclusive, untested } = summary;
  const counts = `${supported} supported, ${refuted} refuted, ${inconclusive} inconclusive, ${untested} untested`;
  const alarms = claims.flatMap(({ id, evidence }) =>
    evidence
      .filter(({ verdict }) => verdict !== "supported")
      .map((item) => onOneLine(`${item.verdict}: ${id}, ${item.kind}, ${item.name}: ${detailOf(item)}`)),
  );
  const grounds = claims.flatMap((claim) => {
    const says = groundSentence(claim);
    return says === null ? [] : [onOneLine(`${statusWords[statusOf(claim)].name}: ${claim.id}: ${says}`)];
  });
  const notCovered = claims
    .flatMap(({ id, uncovered }) => uncoveredSentence(uncovered, ` of ${id}`) ?? [])
    .map(onOneLine);
  const how = engine === "direct" ? " · direct simulations" : "";
  const last = `${counts} · seed ${seed}${how} · ${time(wallSeconds)} · digest ${digest.slice(0, 12)}`;
  const recheck = areOurs(claims) ? [recheckLine(claims)] : [];
  return [table.toString(), ...alarms, ...grounds, ...notCovered, last, ...recheck].join("\n");
}

const MOST_NAMED = 5;

function detailOf({ detail, mutants }: EvidenceItem): string {
  return mutants === undefined ? detail : describeScore(mutants, MOST_NAMED, "--json -");
}

/** What an independent proof assistant makes of the derivations: it is optional, so its record is shown. */
function recheckLine(claims: Report["claims"]): string {
  const rechecked = claims.flatMap(({ proofAssistant }) => proofAssistant ?? []);
  const [first] = rechecked;
  if (first === undefined) return "no derivation here has been rechecked by Coq (npm run proofs:coq does it)";
  const total = (count: "accepted" | "steps"): number => rechecked.reduce((sum, each) => sum + each[count], 0);
  if (rechecked.length === claims.length && total("steps") === 0) return "there is no derivation here";
  const steps = `${total("accepted")} of ${total("steps")} derivation steps`;
  const others = claims.filter(({ proofAssistant }) => proofAssistant === null).map(({ id }) => id);
  const but = others.length === 0 ? "" : `, not rechecked: ${others.join(", ")}`;
  const again = "recorded; npm run proofs:coq checks again where coqc is installed";
  return `${first.name} ${first.version} accepts ${steps} (${again})${but}`;
}

interface KindLine {
  readonly evidence: string;
  readonly checks: string;
  readonly mutants: string;
  readonly time: string;
}

function kindLines(evidence: readonly EvidenceItem[]): KindLine[] {
  const kinds = [...new Set(evidence.map(({ kind, of }) => of ?? kind))];
  return kinds.map((kind) => {
    const checks = evidence.filter((item) => item.kind === kind);
    const mutation = evidence.find(({ of }) => of === kind);
    const items = mutation ? [...checks, mutation] : checks;
    const verdict = worst(items.map((item) => item.verdict));
    return {
      evidence: verdict === "supported" ? kind : `${kind}: ${verdict}`,
      checks: String(checks.length),
      mutants: mutation ? score(mutation) : "–",
      time: time(items.reduce((sum, { seconds }) => sum + seconds, 0)),
    };
  });
}

function score({ mutants }: EvidenceItem): string {
  return mutants === undefined ? "" : `${mutants.caught} of ${mutants.total}`;
}

function time(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
