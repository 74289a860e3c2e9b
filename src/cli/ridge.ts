import type { Command } from "commander";
import { readProblemWithOrigin, type RidgeSummary, summarise } from "../ridge/index.ts";
import { allowOutsideOption, finiteNumber, type Header, headerOption, jsonOption, problemReading } from "./options.ts";
import { deliver, digits, withOrigin } from "./output.ts";

interface Options {
  readonly problem: string;
  readonly allowOutside?: boolean;
  readonly header: Header;
  readonly lambda: number;
  readonly xi: number;
  readonly json?: string;
}

const PROBLEM_HELP = `
The problem file is JSON: a spectrum
  {"singularValues": [σ_j…], "signal": [θ_j…], "noiseVariance": γ², "residualSignal": θ_⊥² (0 if left out)}
its squares
  {"squaredSingularValues": [s_j…], "squaredSignal": [θ_j²…], "noiseVariance": γ², "residualSignal": θ_⊥²}
or a design, samples in rows, as numbers or as the name of a file beside the problem file: CSV, .npy, or .npz as file.npz:name
  {"design": [[…], …] or "file.csv", "parameter": [θ*…], "noiseVariance": γ²}
A number is exactly what is written: 0.1 is 1/10, and so are "0.1" and "1/10". λ and ξ are the nearest floating-point numbers.`;

export function addRidgeCommand(program: Command): void {
  program
    .command("ridge")
    .description("expected error of a student, and the best imitation parameter, from the closed forms")
    .requiredOption("--problem <file>", "problem file, or - for standard input")
    .requiredOption("--lambda <l>", "regularization λ > 0", finiteNumber)
    .requiredOption("--xi <x>", "imitation parameter ξ", finiteNumber)
    .addOption(allowOutsideOption())
    .addOption(headerOption())
    .addOption(jsonOption())
    .addHelpText("after", PROBLEM_HELP)
    .action(({ problem, allowOutside, header, lambda, xi, json }: Options) => {
      const { problem: exact, ...origin } = readProblemWithOrigin(
        problem,
        problemReading({ allowOutside, header, json }),
      );
      const summary = summarise(exact, lambda, xi);
      deliver(json, { ...summary, ...origin }, () => withOrigin(describe(summary), origin));
    });
}

function describe(summary: RidgeSummary): string {
  const { lambda, xi, shrinkage, squaredBias, variance, error } = summary;
  const { optimalXi, optimalXiReason, errorAtOptimalXi, gain, noiseThreshold } = summary;
  return [
    `student with λ = ${lambda}, ξ = ${xi}`,
    `  shrinkage g            ${shrinkage.map(digits).join(", ")}`,
    `  squared bias           ${digits(squaredBias)}`,
    `  variance               ${digits(variance)}`,
    `  expected error         ${digits(error)}`,
    `best student at this λ`,
    `  ξ*                     ${optimalXi === null ? `none: ${optimalXiReason}` : digits(optimalXi)}`,
    `  expected error         ${digits(errorAtOptimalXi)}`,
    `  gain over the teacher  ${digits(gain)}`,
    `  ξ* > 1 for γ² above    ${digits(noiseThreshold)}`,
  ].join("\n");
}
