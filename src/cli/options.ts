import { InvalidArgumentError, Option } from "commander";
import { engines } from "../evidence/portable.ts";
import type { ProblemReading } from "../ridge/index.ts";
import { DEFAULTS } from "../run/portable.ts";

/** `--json FILE|-`, the same on every command. */
export function jsonOption(): Option {
  return new Option("--json <file>", "write the result as JSON to a file, or to standard output for -");
}

/** `--allow-outside`, the same on every command that takes a problem file. */
export function allowOutsideOption(): Option {
  return new Option("--allow-outside", "let the problem file name a file that is outside its own folder");
}

/** Whether CSV files have a header line. */
export type Header = "auto" | "yes" | "no";

/** `--header yes|no`, the same on every command that reads a CSV file. */
export function headerOption(): Option {
  return new Option(
    "--header <answer>",
    "whether the first line of a CSV file is a header; told from the file by default",
  )
    .choices(["auto", "yes", "no"])
    .default("auto");
}

/** How a command reads its problem file. */
export function problemReading(given: {
  readonly allowOutside?: boolean | undefined;
  readonly header: Header;
  readonly json?: string | undefined;
}): ProblemReading {
  const { allowOutside, header, json } = given;
  return { allowOutside, header, outputs: json === undefined ? [] : [json] };
}

/** `--engine spectral|direct`, the same on every command that simulates. */
export function engineOption(): Option {
  return new Option(
    "--engine <name>",
    "how simulations measure: mode by mode, or by fitting every student to every draw",
  )
    .choices([...engines])
    .default(DEFAULTS.engine);
}

/** Any finite decimal number, as the nearest floating-point number. */
export function finiteNumber(text: string): number {
  const value = DECIMAL.test(text.trim()) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new InvalidArgumentError("expected a finite number.");
  if (value === 0 && /[1-9]/.test(text.replace(/e.*/i, ""))) {
    throw new InvalidArgumentError("expected 0, or a number that does not vanish among floating-point numbers.");
  }
  return value;
}

const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** An integer of at least `least` and at most `most`. */
export function integer(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^-?\d+$/.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
    const range =
      most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most.toLocaleString("en")}`;
    throw new InvalidArgumentError(`expected an integer ${range}.`);
  };
}

/** Threads or processes: each takes some 50 MB. */
export const MOST_WORKERS = 1024;

/** A number strictly between 0 and 1. */
export function fraction(text: string): number {
  const value = finiteNumber(text);
  if (value <= 0 || value >= 1) throw new InvalidArgumentError("expected a number between 0 and 1.");
  return value;
}
