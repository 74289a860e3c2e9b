import type { Command } from "commander";
import { type DistillReport, merge, type Report } from "../run/index.ts";
import { guarded } from "./claims-guard.ts";
import { deliverChecks } from "./check.ts";
import { EXIT_CODES } from "./checks.ts";
import { deliverDistillation } from "./distill.ts";
import { jsonOption } from "./options.ts";

/** How the whole of each kind of jobs is shown, and what exit code it gives. */
const deliver: Readonly<Record<string, (report: unknown, json: string | undefined) => void>> = {
  check: (report, json) => deliverChecks(report as Report, json, secondsOf(report as Report)),
  distill: (report, json) => deliverDistillation(report as DistillReport, json),
};

// The parts may have been made at the same time: what all checks took together.
function secondsOf({ claims }: Report): number {
  return claims.flatMap(({ evidence }) => evidence).reduce((sum, { seconds }) => sum + seconds, 0);
}

const NOTES = `
A part is the journal that --shard i/n leaves, and an undivided run's journal is a whole. Parts that overlap, or are of
different runs, versions, builds or seeds, are refused, and so are parts that lack something. The result, its digest and the
exit code are those of an undivided run.
${EXIT_CODES}`;

export function addMergeCommand(program: Command): void {
  program
    .command("merge")
    .description("make the whole of the parts that --shard i/n left")
    .argument("<part...>", "journals of all parts")
    .addOption(jsonOption())
    .addHelpText("after", NOTES)
    .action(async (parts: string[], { json }: { readonly json?: string }) => {
      const { kind, report } = await guarded(parts[0]!, async () => merge(parts));
      deliver[kind]!(report, json);
    });
}
