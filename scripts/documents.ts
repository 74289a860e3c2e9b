/**
 * Makes anew what documents show of the claims: the lines of README.md, docs/claims.md, and the formulas of docs/setting.md. Checks
 * every claim for it, with seed 1.
 *
 * usage: npm run documents
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { claims } from "../proofs/index.ts";
import { packageRoot, readText, writeWhole } from "../src/data/index.ts";
import type { Report } from "../src/run/index.ts";
import { DOCUMENT as CLAIMS, tableOf, withClaims } from "./documents/claims-document.ts";
import { DOCUMENT as SETTING, withFormulas } from "./documents/setting-document.ts";
import { DOCUMENT as README, withVerdicts } from "./documents/verdict-lines.ts";

const started = performance.now();
const { stdout, status } = spawnSync(
  process.execPath,
  [join(packageRoot(), "dist/src/cli/main.js"), "check", "--json", "-"],
  { encoding: "utf8", maxBuffer: Infinity, stdio: ["ignore", "pipe", "inherit"] },
);
const seconds = (performance.now() - started) / 1000;
if (status !== 0) {
  // What does not hold is no document; what is wrong with it is said by the check itself.
  process.stderr.write(`npx sd-theorems check ended with exit code ${status}, so the documents stay as they are\n`);
  process.exitCode = 1;
} else {
  const report = JSON.parse(stdout) as Report;
  writeWhole(README, await withVerdicts(readText(README), report));
  writeWhole(CLAIMS, await withClaims(readText(CLAIMS), claims, tableOf(report, seconds)));
  writeWhole(SETTING, await withFormulas(readText(SETTING)));
  process.stdout.write("README.md, docs/claims.md and docs/setting.md are as the claims are now\n");
}
