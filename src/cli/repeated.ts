import type { Command } from "commander";
import { InvalidInput } from "../data/index.ts";
import {
  type BestRoundsSummary,
  readProblemWithOrigin,
  type RepeatedOptimumSummary,
  type RepeatedSummary,
  summariseBestRounds,
  summariseRounds,
} from "../ridge/index.ts";
import { numberList } from "./number-list.ts";
import { allowOutsideOption, finiteNumber, integer, jsonOption } from "./options.ts";
import { deliver, digits, withOrigin } from "./output.ts";

interface Options {
  readonly problem: string;
  readonly allowOutside?: boolean;
  readonly lambda: number;
  readonly xi?: readonly number[];
  readonly rounds?: number;
  readonly json?: string;
}

const MOST_ROUNDS = 1000;

const NOTES = `
Give --xi for the students of these rounds, or --rounds for the best students of up to so many rounds. Round i imitates the
student of round i − 1, and round 1 the teacher, so a round with ξ = 0 starts again from the teacher. The problem file is
that of "sd-theorems ridge", and s_j are equal where what is written is. Errors are exact to the last digit shown; parameters are
followed to the error that they have as floating-point numbers, and where that is not the least, it is said.`;

export function addRepeatedCommand(program: Command): void {
  program
    .command("repeated")
    .description("expected error of repeated self-distillation, and the best imitation parameters of several rounds")
    .requiredOption("--problem <file>", "problem file, or - for standard input")
    .requiredOption("--lambda <l>", "regularization λ > 0", finiteNumber)
    .option("--xi <list>", "imitation parameters of the rounds, separated by commas", numberList)
    .option("--rounds <k>", "the best of up to this many rounds", integer(1))
    .addOption(allowOutsideOption())
    .addOption(jsonOption())
    .addHelpText("after", NOTES)
    .action(run);
}

function run({ problem, allowOutside, lambda, xi, rounds, json }: Options): void {
  if ((xi === undefined) === (rounds === undefined)) throw new InvalidInput("give either --xi or --rounds");
  const given = xi?.length ?? rounds!;
  if (given > MOST_ROUNDS) throw new InvalidInput(`${given} rounds are too many; at most ${MOST_ROUNDS} are computed`);
  const { problem: exact, ...origin } = readProblemWithOrigin(problem, { allowOutside });
  if (xi !== undefined) {
    const summary = summariseRounds(exact, lambda, xi);
    deliver(json, { ...summary, ...origin }, () => withOrigin(describeRounds(summary), origin));
  } else {
    const optimum = summariseBestRounds(exact, lambda, rounds!);
    deliver(json, { ...optimum, ...origin }, () => withOrigin(describeBest(optimum), origin));
  }
}

function describeRounds({ lambda, rounds }: RepeatedSummary): string {
  const parts = rounds.map(({ xi, shrinkage, squaredBias, variance, error }, round) =>
    [
      round === 0 ? `teacher with λ = ${lambda}` : `round ${round}, ξ = ${xi}`,
      `  shrinkage g            ${shrinkage.map(digits).join(", ")}`,
      `  squared bias           ${digits(squaredBias)}`,
      `  variance               ${digits(variance)}`,
      `  expected error         ${digits(error)}`,
    ].join("\n"),
  );
  return parts.join("\n");
}

function describeBest({ lambda, best, oracleError, distinct }: RepeatedOptimumSummary): string {
  // Once the oracle is reached, further rounds begin with ξ = 0.
  const last = best.findIndex(({ rounds, xis }) => rounds >= distinct && xis !== null);
  const shown = last < 0 ? best : best.slice(0, last + 1);
  const rest = best.length > shown.length ? ["  more rounds            the same, where the first ones have ξ = 0"] : [];
  const how = last < 0 ? "approached" : "reached";
  const missed = shown.at(-1)!.reached === false ? ", though not by floating-point numbers" : "";
  const by = shown.at(-1)!.rounds >= distinct ? `, ${how} by ${label(shown.at(-1)!.rounds)}${missed}` : "";
  return [
    `best students at λ = ${lambda}`,
    ...shown.map((each) => `  ${label(each.rounds).padEnd(23)}${describeOne(each)}`),
    ...rest,
    `  oracle                 expected error ${digits(oracleError)}${by}`,
  ].join("\n");
}

function describeOne({ rounds, error, xis, reason, arithmetic, warning }: BestRoundsSummary): string {
  const which = xis === null ? `approached, not attained: ${reason}` : `ξ = ${xis.map(digits).join(", ")}`;
  const notes = [arithmetic === "exact" ? "solved in exact arithmetic" : undefined, warning];
  return [`expected error ${digits(error)}`, rounds === 0 ? undefined : which, ...notes].filter(Boolean).join("; ");
}

function label(rounds: number): string {
  if (rounds === 0) return "teacher";
  return rounds === 1 ? "1 round" : `${rounds} rounds`;
}
