import type { Command } from "commander";
import { type Enclosure, type Optimum, optimum, readGivenProblem } from "../ridge/index.ts";
import { allowOutsideOption, type Header, headerOption, jsonOption, problemReading } from "./options.ts";
import { deliver, digits } from "./output.ts";

interface Options {
  readonly problem: string;
  readonly allowOutside?: boolean;
  readonly header: Header;
  readonly json?: string;
}

/** The relative width that docs/ridge-optimum.md states. */
const PROMISED = 1e-9;

const PROBLEM_HELP = `
The problem file is that of "sd-theorems ridge". Nothing is rounded that it gives: 0.1 is 1/10.`;

export function addOptimumCommand(program: Command): void {
  program
    .command("optimum")
    .description(
      "the least errors of ridge and of self-distillation, enclosed with proof, and whether the second is lower",
    )
    .requiredOption("--problem <file>", "problem file, or - for standard input")
    .addOption(allowOutsideOption())
    .addOption(headerOption())
    .addOption(jsonOption())
    .addHelpText("after", PROBLEM_HELP)
    .action(({ problem, allowOutside, header, json }: Options) => {
      const found = optimum(readGivenProblem(problem, problemReading({ allowOutside, header, json })));
      deliver(json, found, () => describe(found));
    });
}

function describe({ ridge, distillation, oracle, oracleOfGroups, condition, ...rest }: Optimum): string {
  const { strictlyBetter, spectrum } = rest;
  const answer = strictlyBetter === null ? "not decided" : strictlyBetter ? "yes" : "no, a tie";
  const reason = rest.reason.replace(/^not decided: /, "");
  return [
    ...(spectrum === undefined ? [] : [`design`, `  rank                   ${spectrum.rank}`, ...known(spectrum)]),
    `best ridge`,
    `  λ                      ${ridge.lambda === null ? "∞" : digits(ridge.lambda)}`,
    `  expected error         ${enclosed(ridge.error)}`,
    `  condition S            ${condition.value === null ? "none: no best λ inside (0, ∞)" : digits(condition.value)}`,
    `best self-distillation`,
    ...where(distillation),
    `  expected error         ${enclosed(distillation.error)}`,
    `oracle`,
    `  expected error         ${digits(oracle)}`,
    ...(digits(oracleOfGroups) === digits(oracle) ? [] : [`  for functions of s     ${digits(oracleOfGroups)}`]),
    `better than every ridge  ${answer}: ${reason}`,
  ].join("\n");
}

function where({ lambda, xi, attained, limit }: Optimum["distillation"]): string[] {
  const end = limit === "lambda->0" ? "λ → 0" : "λ → ∞";
  if (lambda !== null && xi !== null)
    return [`  λ                      ${digits(lambda)}`, `  ξ                      ${digits(xi)}`];
  return [
    `  attained               ${attained === false ? `no, only approached as ${end}` : `not decided, perhaps only approached as ${end}`}`,
  ];
}

function known({ distinct, exact, widest }: NonNullable<Optimum["spectrum"]>): string[] {
  const rest = `the others to a relative width of ${widest.toPrecision(2)}`;
  const how = exact === 0 ? `enclosed to a relative width of ${widest.toPrecision(2)}` : `${exact} exact, ${rest}`;
  return [
    `  different s_j          ${distinct ?? "not all told apart"}, ${widest === 0 ? (exact === 1 ? "exact" : "all exact") : how}`,
  ];
}

// The relative width is said where it is more than is documented for designs that are no worse conditioned than most.
function enclosed([lower, upper]: Enclosure): string {
  const width = upper > 0 ? (upper - lower) / upper : 0;
  return `in [${lower}, ${upper}]${width > PROMISED ? `, a relative width of ${width.toPrecision(2)}` : ""}`;
}
