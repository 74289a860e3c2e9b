import * as z from "zod";
import { InvalidInput } from "../../../data/index.ts";
import { type Claim, type Engine, engines, type EvidenceKind, evidenceKinds } from "../../../evidence/index.ts";
import { carryOut, type RunOptions } from "../../carry-out/carry-out.ts";
import { type CheckPlan, type Performed, proofAssistantsOf, type Report, reportOf } from "./report.ts";
import { checkResult } from "./result.ts";
import type { CheckResult, CheckTask } from "./task.ts";
import { claimsFileOf, claimsIn, claimsOfTask } from "../../claims/claims-file.ts";
import type { Job, JobKind, Run } from "../../job.ts";
import type { Outcome } from "../../outcome.ts";

/** What is checked, and how the run is carried out. */
export type CheckOptions = CheckPlan & Omit<RunOptions, "shard">;

/**
 * Checks claims on worker processes. The report does not depend on how many there are, or on where they are. Workers know the
 * project's own claims; others come from a module, which `claimsFile` names and `loadClaims` has loaded.
 *
 * @throws InvalidInput where the journal is not one of this run or cannot be written.
 * @throws Stopped where its signal stopped it.
 */
export async function checkClaims(options: CheckOptions): Promise<Report> {
  const performing = carryOut(checkRun(options), options);
  // Worked out while the checks run.
  const proofAssistants = Promise.resolve().then(() => proofAssistantsOf(options.claims));
  const [outcomes, accepted] = await Promise.all([performing, proofAssistants]);
  return reportOf(options, performedOf(options, outcomes), accepted);
}

/** The checks of a plan, as jobs. */
export function checkRun(plan: CheckPlan): Run<CheckResult> {
  const { claims, evidence, seed, margin, engine = "spectral" } = plan;
  const settings = { claims: claims.map(({ id }) => id), ...claimsFileOf(plan.claimsFile), evidence, margin, engine };
  return { kind: "check", seed, settings, jobs: planned(plan).map(({ job }) => job), result: checkResult };
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
  prepare: async ({ claimsFile, claimsSha256 }) => {
    await claimsOfTask({ claimsFile, claimsSha256 });
  },
  plan: (settings, seed) => planned(planOf(settings, seed)).map(({ job }) => job),
  report: (settings, seed, outcomes) => {
    const plan = planOf(settings, seed);
    return reportOf(plan, performedOf(plan, outcomes), proofAssistantsOf(plan.claims));
  },
};

function planOf({ claims: ids, claimsFile, evidence, margin, engine }: CheckSettings, seed: number): CheckPlan {
  const claims = ids.map((id) => {
    const found = claimsIn(claimsFile).find((claim) => claim.id === id);
    if (found === undefined) throw new InvalidInput(`there is no claim ${id}`);
    return found;
  });
  return { claims, ...(claimsFile === undefined ? {} : { claimsFile }), evidence, margin, engine, seed };
}

interface Planned {
  readonly claim: Claim;
  readonly check: Claim["checks"][number];
  readonly job: Job<CheckTask>;
}

/** Each check with what became of it. */
export function performedOf(plan: CheckPlan, outcomes: ReadonlyMap<string, Outcome<CheckResult>>): Performed[] {
  return planned(plan).map(({ claim, check, job }) => ({ claim, check, outcome: outcomes.get(job.name)! }));
}

// Mutants are tried on the kinds that are asked for; on all of them where mutation is asked for alone.
function planned(plan: CheckPlan): Planned[] {
  const { claims, evidence, seed, margin, engine = "spectral" } = plan;
  const mutate = evidence.includes("mutation");
  const onlyMutation = mutate && evidence.length === 1;
  return claims.flatMap((claim) =>
    claim.checks.flatMap((check, position) => {
      if (!onlyMutation && !evidence.includes(check.kind)) return [];
      const task = { claim: claim.id, ...claimsFileOf(plan.claimsFile), check: position, seed, margin, engine, mutate };
      return [{ claim, check, job: { name: `${claim.id}: ${check.name}`, effort: check.effort, task } }];
    }),
  );
}
