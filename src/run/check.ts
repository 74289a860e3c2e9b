import { createHash } from "node:crypto";
import { join } from "node:path";
import { Tinypool } from "tinypool";
import { type ProofAssistant, Rechecks } from "../coq/index.ts";
import { packageRoot, packageVersion } from "../data/index.ts";
import { type Claim, type EvidenceKind, mutationFinding, type Verdict, worst } from "../evidence/index.ts";
import type { Task, TaskResult } from "./task.ts";

/** A piece of evidence for a claim: a check's, or the mutation score of all checks of one kind. */
export interface EvidenceItem {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly verdict: Verdict;
  readonly detail: string;
  readonly seconds: number;
}

export interface ClaimReport {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceItem[];
  /** How many derivation steps a proof assistant has accepted, as recorded; null where they have not been rechecked. */
  readonly proofAssistant: ProofAssistant | null;
}

/** What a run found out. `digest` is a hash of everything but times: the same for the same seed. */
export interface Report {
  readonly version: string;
  readonly seed: number;
  /** Relative margin of the equivalence tests. */
  readonly margin: number;
  readonly claims: readonly ClaimReport[];
  readonly summary: { readonly supported: number; readonly refuted: number; readonly inconclusive: number };
  readonly digest: string;
}

export interface CheckOptions {
  readonly claims: readonly Claim[];
  readonly evidence: readonly EvidenceKind[];
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** Relative margin of the equivalence tests, between 0 and 1. */
  readonly margin: number;
  readonly workers: number;
  /** Called at the start and after each check. */
  readonly onProgress?: (done: number, of: number, last: string) => void;
}

/** Checks claims on worker threads. The report does not depend on how many there are. */
export async function checkClaims(options: CheckOptions): Promise<Report> {
  const planned = options.claims.flatMap((claim) => plan(claim, options));
  const pool = new Tinypool({
    filename: join(packageRoot(), "dist", "src", "run", "worker.js"),
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(options.workers, planned.length)),
  });
  let done = 0;
  options.onProgress?.(0, planned.length, "");
  try {
    const longestFirst = planned.toSorted((one, other) => other.check.effort - one.check.effort);
    const results = new Map<Planned, TaskResult>();
    const performing = Promise.all(
      longestFirst.map(async (job) => {
        results.set(job, (await pool.run(job.task)) as TaskResult);
        options.onProgress?.(++done, planned.length, `${job.claim.id}: ${job.check.name}`);
      }),
    );
    // Worked out while the checks run.
    const rechecks = new Rechecks();
    const proofAssistants = new Map(options.claims.map((claim) => [claim, rechecks.of(claim)]));
    await performing;
    const performed = planned.map((job) => ({ ...job, result: results.get(job)! }));
    return assemble(options, performed, proofAssistants);
  } finally {
    await pool.destroy();
  }
}

interface Planned {
  readonly claim: Claim;
  readonly check: Claim["checks"][number];
  readonly task: Task;
}

type Performed = Planned & { readonly result: TaskResult };

// Mutants are tried on the kinds that are asked for; on all of them where mutation is asked for alone.
function plan(claim: Claim, { evidence, seed, margin }: CheckOptions): Planned[] {
  const mutate = evidence.includes("mutation");
  const onlyMutation = mutate && evidence.length === 1;
  return claim.checks.flatMap((check, position) => {
    if (!onlyMutation && !evidence.includes(check.kind)) return [];
    return [{ claim, check, task: { claim: claim.id, check: position, seed, margin, mutate } }];
  });
}

function assemble(
  { claims, evidence, seed, margin }: CheckOptions,
  performed: readonly Performed[],
  proofAssistants: ReadonlyMap<Claim, ProofAssistant | null>,
): Report {
  const verdicts = new Map<string, Verdict>();
  const reports = claims.map((claim) => {
    const own = performed.filter((job) => job.claim === claim);
    const items = [
      ...own.filter(({ check }) => evidence.includes(check.kind)).map(itemOf),
      ...(evidence.includes("mutation") ? mutationItems(own) : []),
    ];
    const foundations = claim.dependsOn.flatMap((id) => verdicts.get(id) ?? []);
    const verdict = items.length === 0 ? "inconclusive" : worst([...items.map((item) => item.verdict), ...foundations]);
    verdicts.set(claim.id, verdict);
    const { id, title, source } = claim;
    return { id, title, source, verdict, evidence: items, proofAssistant: proofAssistants.get(claim) ?? null };
  });
  const count = (verdict: Verdict): number => reports.filter((report) => report.verdict === verdict).length;
  const content = {
    version: packageVersion(),
    seed,
    margin,
    claims: reports,
    summary: { supported: count("supported"), refuted: count("refuted"), inconclusive: count("inconclusive") },
  };
  return { ...content, digest: digestOf(content) };
}

function itemOf({ check, result }: Performed): EvidenceItem {
  return { kind: check.kind, name: check.name, ...result.finding, seconds: result.seconds };
}

function mutationItems(performed: readonly Performed[]): EvidenceItem[] {
  const kinds = [...new Set(performed.map(({ check }) => check.kind))];
  return kinds.flatMap((kind) => {
    const ofKind = performed.filter(({ check }) => check.kind === kind);
    const mutants = ofKind.flatMap(({ result }) => result.mutants);
    if (mutants.length === 0) return [];
    const seconds = ofKind.reduce((sum, { result }) => sum + result.mutationSeconds, 0);
    return [{ kind: "mutation" as const, name: `${kind}, broken on purpose`, ...mutationFinding(mutants), seconds }];
  });
}

/** The SHA-256 of a report's content without its times, as JSON. */
export function digestOf(content: Omit<Report, "digest">): string {
  const untimed = JSON.stringify(content, (key, value: unknown) => (key === "seconds" ? undefined : value));
  return createHash("sha256").update(untimed).digest("hex");
}
