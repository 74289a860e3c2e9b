/**
 * Shows whether two reports (`check --json FILE`) found the same, although their formats or digests may differ: of each check
 * the claim, its name, the verdict and the numbers that it reports, in order. For a change that should move no finding.
 *
 * usage: npm run same-findings -- before.json after.json
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { findingsOf, unequal } from "./reports/project.ts";

const [before, after] = process.argv.slice(2);
if (before === undefined || after === undefined) {
  process.stderr.write("usage: npm run same-findings -- before.json after.json\n");
  process.exitCode = 2;
} else compare(read(before), read(after));

function compare(one: ReturnType<typeof read>, other: ReturnType<typeof read>): void {
  const differences = unequal(one, other);
  for (const { finding, before: was, after: is } of differences) {
    process.stdout.write(`${finding}\n  before: ${was ?? "not there"}\n  after:  ${is ?? "not there"}\n`);
  }
  const numbers = [...one.values()].reduce((total, { numbers: { length } }) => total + length, 0);
  process.stdout.write(
    `${one.size} findings with ${numbers} numbers before, ${other.size} after, ${differences.length} differences\n`,
  );
  if (differences.length > 0) process.exitCode = 1;
}

function read(file: string): ReturnType<typeof findingsOf> {
  return findingsOf(z.json().parse(JSON.parse(readFileSync(file, "utf8"))));
}
