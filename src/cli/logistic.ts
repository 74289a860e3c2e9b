import type { Command } from "commander";
import { type FitSummary, logisticProblem, type LogisticSummary, summariseLogistic } from "../logistic/index.ts";
import { finiteNumber, jsonOption } from "./options.ts";
import { deliver, digits } from "./output.ts";

interface Options {
  readonly classSize: number;
  readonly similarity: number;
  readonly lambda: number;
  readonly flipRate: number;
  readonly xi: number;
  readonly json?: string;
}

const NOTES = `
Two classes of m training points each; unit-norm features with inner product c within a class and 0 across; a fraction p of
each class has its label flipped. Logits are those of class 1, whose good points have label 1 and whose bad points were
flipped to 0 (for p = 0: the logit that one would have). A logit of 0 counts as wrong.`;

export function addLogisticCommand(program: Command): void {
  program
    .command("logistic")
    .description(
      "teacher and student of logistic regression under label flips, and where they are right on every point",
    )
    .requiredOption("--class-size <m>", "training points of each class", finiteNumber)
    .requiredOption("--similarity <c>", "inner product of two features of a class, between 0 and 1", finiteNumber)
    .requiredOption("--lambda <l>", "regularization λ, of the summed loss", finiteNumber)
    .requiredOption("--flip-rate <p>", "fraction of labels that are flipped, below 1/2", finiteNumber)
    .requiredOption("--xi <x>", "imitation parameter ξ", finiteNumber)
    .addOption(jsonOption())
    .addHelpText("after", NOTES)
    .action(({ xi, json, ...given }: Options) => {
      const problem = logisticProblem(given);
      const summary = summariseLogistic(problem, xi);
      deliver(json, summary, () => describe(summary, problem.lambda, xi));
    });
}

function describe(summary: LogisticSummary, lambda: number, xi: number): string {
  const { teacher, student, studentThresholdReason: reason, thresholdEnclosures: enclosures } = summary;
  const { low, high } = summary.perfectXi;
  return [
    `teacher with λ = ${lambda}`,
    ...fit(teacher),
    `  right on all for p <   ${digits(summary.teacherThreshold)}, in ${enclosed(enclosures.teacher)}`,
    `student with ξ = ${xi}`,
    ...fit(student),
    `  right on all for p <   ${enclosures.student === null ? `none: ${reason}` : `${digits(summary.studentThreshold!)}, in ${enclosed(enclosures.student)}`}`,
    `students that are right on every training point, of all ξ ≥ 0`,
    `  ξ above                ${low === 0 ? "0, and ξ = 0" : `${digits(low)}, in ${enclosed(enclosures.perfectXi.low)}`}`,
    `  ξ below                ${digits(high)}, in ${enclosed(enclosures.perfectXi.high)}`,
  ].join("\n");
}

function fit({ logitGood, logitBad, accuracy }: FitSummary): string[] {
  return [
    `  logit, kept label      ${digits(logitGood)}`,
    `  logit, flipped label   ${digits(logitBad)}`,
    `  training accuracy      ${digits(accuracy)}`,
  ];
}

function enclosed([lower, upper]: readonly [number, number]): string {
  return `[${lower}, ${upper}]`;
}
