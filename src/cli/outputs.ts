import { join } from "node:path";
import type { Command } from "commander";
import { fileOf, InvalidInput, isSameFile, nameOf, plain, requireFolder, requireWritable } from "../data/index.ts";
import { REPORT_NAMES } from "./report-names.ts";

/** Options that name what is written, on any command. */
export const OUTPUTS: Readonly<Record<string, "file" | "folder">> = {
  json: "file",
  journal: "file",
  plot: "file",
  report: "folder",
  out: "folder",
};

/** Options that name what is read. */
export const INPUTS = [
  "problem",
  "claims",
  "from",
  "features",
  "labels",
  "testFeatures",
  "testLabels",
  "claimsFrom",
] as const;

const STANDARD = "-";

interface Path {
  /** How a message calls it: "--json out.json". */
  readonly shown: string;
  readonly path: string;
}

/**
 * Refuses, before any work is done, what a command is to write and cannot: a path that is no name, lies in no folder, is not to
 * be written to, or would take the place of another output or of an input.
 *
 * @throws InvalidInput
 */
export function requireOutputs(command: Command): void {
  const given: Readonly<Record<string, unknown>> = command.opts();
  const textOf = (option: string): string[] => (typeof given[option] === "string" ? [given[option]] : []);
  const printed = Object.keys(OUTPUTS).filter((option) => given[option] === STANDARD);
  if (printed.length > 1) {
    const both = printed.map((option) => flag(option, STANDARD)).join(" and ");
    throw new InvalidInput(`${both} both go to standard output; expected a file for one of them`);
  }
  const written = Object.entries(OUTPUTS).flatMap(([option, kind]) =>
    textOf(option)
      .filter((path) => path !== STANDARD)
      .flatMap((path) => pathsOf(option, kind, path)),
  );
  const read = [
    ...INPUTS.flatMap((option) => textOf(option).map((path) => ({ shown: flag(option, path), path: fileOf(path) }))),
    ...(command.name() === "merge" ? command.args.map((path) => ({ shown: nameOf(path), path })) : []),
  ].filter(({ path }) => path !== STANDARD);
  written.forEach((output, i) => {
    for (const other of [...written.slice(0, i), ...read]) {
      if (!isSameFile(output.path, other.path)) continue;
      throw new InvalidInput(`${output.shown} and ${other.shown} are the same file; expected another to write to`);
    }
  });
}

function pathsOf(option: string, kind: "file" | "folder", path: string): Path[] {
  if (kind === "file") {
    requireWritable(path);
    return [{ shown: flag(option, path), path }];
  }
  requireFolder(path);
  return Object.values(REPORT_NAMES).map((name) => ({ shown: flag(option, path), path: join(path, name) }));
}

function flag(option: string, path: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${plain(path)}`;
}
