/**
 * Checks every claim on many fresh seeds and counts false alarms: every verdict should be "supported" on every seed.
 *
 * usage: npm run seeds -- [how many, 200] [first seed, 1000] [journal, fresh-seeds.jsonl]
 *
 * Each seed's verdicts are appended to the journal as they are known; a run that was stopped goes on from there.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { checkClaims, claims } from "../src/index.ts";
import { evidenceKinds } from "../src/evidence/index.ts";

interface Entry {
  readonly seed: number;
  readonly alarms: readonly string[];
  readonly seconds: number;
}

const [count = "200", first = "1000", journal = "fresh-seeds.jsonl"] = process.argv.slice(2);
const entries: Entry[] = existsSync(journal)
  ? readFileSync(journal, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Entry)
  : [];
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  if (entries.some((entry) => entry.seed === seed)) continue;
  const started = performance.now();
  const report = await checkClaims({
    claims,
    evidence: evidenceKinds,
    seed,
    margin: 0.01,
    workers: availableParallelism(),
  });
  const alarms = report.claims.flatMap(({ id, evidence }) =>
    evidence
      .filter(({ verdict }) => verdict !== "supported")
      .map(({ kind, name, verdict, detail }) => `${verdict}: ${id}, ${kind}, ${name}: ${detail}`),
  );
  const entry = { seed, alarms, seconds: (performance.now() - started) / 1000 };
  entries.push(entry);
  appendFileSync(journal, `${JSON.stringify(entry)}\n`);
  process.stderr.write(`seed ${seed}: ${alarms.length} alarms, ${entry.seconds.toFixed(1)} s\n`);
}
const alarmed = entries.filter(({ alarms }) => alarms.length > 0);
const minutes = entries.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
process.stdout.write(`${entries.length} seeds, ${alarmed.length} with an alarm, ${minutes.toFixed(1)} minutes\n`);
for (const { seed, alarms } of alarmed) process.stdout.write(`seed ${seed}: ${alarms.join("\n  ")}\n`);
