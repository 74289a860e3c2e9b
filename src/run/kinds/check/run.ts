import * as z from "zod";
import { InvalidInput } from "../../../data/index.ts";
import { type Claim, type Engine, engines, type EvidenceKind, evidenceKinds } from "../../../evidence/index.ts";
import { carryOut, type RunOptions } from "../../carry-out/carry-out.ts";
import { type CheckPlan, proofAssistantsOf, type Report, reportOf } from "./report.ts";
import { checkResult } from "./result.ts";
import type { CheckResult, CheckTask } from "./task.ts";
import { sourceOfTask } from "../../claims/claims-file.ts";
import { ownClaims } from "../../claims/own-claims.ts";
import type { ClaimSource } from "../../claims/claim-source.ts";
import type { Job, JobKind, Run } from "../../job.ts";
import type { Outcome } from "../../outcome.ts";
import type { ProofAssistant } from "../../../coq/index.ts";
import { DEFAULTS } from "../../defaults.ts";

/** What is checked, and how the run is carried out. */
export type CheckOptions = CheckPlan & Omit<RunOptions, "shard">;

/**
 * Checks claims on worker processes. The report does not depend on how many there are, or on where they are. Workers know the
 * project's own claims; others come from a module: give what `loadClaims` gave as `source`.
 *
 * @throws InvalidInput where the journal is not one of this run or cannot be written.
 * @throws Stopped where its signal stopped it.
 */
export async function checkClaims(options: CheckOptions): Promise<Report> {
  const { run, report } = planChecks(options);
  const carryingOut = carryOut(run, options);
  // Worked out while the checks run.
  const proofAssistants = Promise.resolve().then(() => proofAssistantsOf(options.claims));
  const [outcomes, accepted] = await Promise.all([carryingOut, proofAssistants]);
  return report(outcomes, accepted);
}

/** The checks of a plan as a run, and what its outcomes amount to. */
export interface PlannedChecks {
  readonly run: Run<CheckTask, CheckResult>;
  /** With what proof assistants are on record to accept, which is looked up where it is left out. */
  readonly report: (
    outcomes: ReadonlyMap<string, Outcome<CheckResult>>,
    proofAssistants?: ReadonlyMap<Claim, ProofAssistant | null>,
  ) => Report;
}

/** Plans the checks, once: outcomes come back under the names of the jobs. */
export function planChecks(plan: CheckPlan): PlannedChecks {
  const { claims, source = ownClaims, evidence, seed, margin, engine = DEFAULTS.engine } = plan;
  const { named, unseen } = source;
  const settings = { claims: claims.map(({ id }) => id), ...named, evidence, margin, engine };
  const checks = checksOf(plan);
  return {
    run: { kind: "check", seed, settings, jobs: checks.map(({ job }) => job), result: checkResult, unseen },
    report: (outcomes, proofAssistants = proofAssistantsOf(claims)) => {
      const performed = checks.map(({ claim, check, job }) => ({ claim, check, outcome: outcomes.get(job.name)! }));
      return reportOf(plan, performed, proofAssistants);
    },
  };
}

interface CheckSettings {
  readonly claims: readonly string[];
  readonly claimsFile?: string | undefined;
  readonly claimsSha256?: string | undefined;
  readonly evidence: readonly EvidenceKind[];
  readonly margin: number;
  readonly engine: Engine;
}

/** Checks as a kind of job. */
export const checkKind: JobKind<CheckSettings, CheckTask, CheckResult, Report> = {
  name: "check",
  settings: z.strictObject({
    claims: z.array(z.string()),
    claimsFile: z.string().optional(),
    claimsSha256: z.string().optional(),
    evidence: z.array(z.enum(evidenceKinds)),
    margin: z.number().gt(0).lt(1),
    engine: z.enum(engines),
  }),
  result: checkResult,
  plan: async (settings, seed) => planChecks(planOf(settings, seed, await sourceOfTask(settings))),
};

function planOf(
  { claims: ids, evidence, margin, engine }: CheckSettings,
  seed: number,
  source: ClaimSource,
): CheckPlan {
  const claims = ids.map((id) => {
    const found = source.claims.find((claim) => claim.id === id);
    if (found === undefined) throw new InvalidInput(`there is no claim ${id}`);
    return found;
  });
  return { claims, source, evidence, margin, engine, seed };
}

interface PlannedCheck {
  readonly claim: Claim;
  readonly check: Claim["checks"][number];
  readonly job: Job<CheckTask>;
}

// Mutants are tried on the kinds that are asked for; on all of them where mutation is asked for alone.
function checksOf({
  claims,
  source = ownClaims,
  evidence,
  seed,
  margin,
  engine = DEFAULTS.engine,
}: CheckPlan): PlannedCheck[] {
  const mutate = evidence.includes("mutation");
  const onlyMutation = mutate && evidence.length === 1;
  return claims.flatMap((claim) =>
    claim.checks.flatMap((check, position) => {
      if (!onlyMutation && !evidence.includes(check.kind)) return [];
      const task = { claim: claim.id, ...source.named, check: position, seed, margin, engine, mutate };
      return [{ claim, check, job: { name: `${claim.id}: ${check.name}`, effort: check.effort, task } }];
    }),
  );
}
