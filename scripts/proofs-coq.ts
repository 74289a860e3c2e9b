/**
 * Writes every derivation step of every claim as a Coq lemma, has coqc check them, and records what it accepts.
 *
 * usage: npm run proofs:coq -- [--require]
 *
 * Writes proofs/coq/steps/<theory>/<Claim>.v, and proofs/coq/accepted.json and the counts in docs/coq.md where coqc is installed. With
 * --require it fails unless coqc is there and accepts every step.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ClaimFile,
  claimFile,
  CoqFolder,
  coqFolder,
  coqVersion,
  LIBRARY,
  recordOf,
  type RecordedClaim,
  sha256,
} from "../src/coq/index.ts";
import { readText, writeWhole } from "../src/data/index.ts";
import { claims } from "../src/index.ts";
import { writeGenerated } from "./coq-files.ts";
import { DOCUMENT, withCounts } from "./coq-table.ts";

const AT_ONCE = 2;

const required = process.argv.includes("--require");
const folder = coqFolder();
const files = claims.map(claimFile).filter(({ steps }) => steps.length > 0);
writeGenerated(files, folder);

const version = await coqVersion();
if (version === null) {
  process.stdout.write(
    `${files.length} files are written to proofs/coq/steps; coqc is not installed, so none is checked.\n`,
  );
  process.exitCode = required ? 1 : 0;
} else {
  const library = readFileSync(join(folder, LIBRARY), "utf8");
  const recorded = await check(files, library);
  const record = { coq: version, library: sha256(library), claims: recorded };
  writeWhole(join(folder, "accepted.json"), `${JSON.stringify(record, null, 2)}\n`);
  writeWhole(DOCUMENT, await withCounts(readText(DOCUMENT), claims, record));
  const total = (count: "accepted" | "steps"): number =>
    Object.values(recorded).reduce((sum, claim) => sum + claim[count], 0);
  process.stdout.write(`Coq ${version} accepts ${total("accepted")} of ${total("steps")} derivation steps\n`);
  process.exitCode = required && total("accepted") < total("steps") ? 1 : 0;
}

// In the order of the claims, whichever is finished first.
async function check(all: readonly ClaimFile[], library: string): Promise<Record<string, RecordedClaim>> {
  const checked = new Map<string, RecordedClaim>();
  const waiting = [...all];
  const coq = new CoqFolder();
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const started = performance.now();
      const result = recordOf(file, await coq.refusedLemmas(file));
      checked.set(file.claim, result);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${file.claim}: ${result.accepted} of ${result.steps} steps accepted, ${seconds} s\n`);
      for (const step of result.refused) process.stdout.write(`  refused: ${step}\n`);
    }
  };
  try {
    await coq.addLibrary(library);
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    coq.remove();
  }
  return Object.fromEntries(all.map(({ claim }) => [claim, checked.get(claim)!]));
}
