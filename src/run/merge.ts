import { checkShape, InvalidInput, packageVersion } from "../data/index.ts";
import { buildOf, buildsDiffer } from "./build/index.ts";
import { headerOf, validated } from "./carry-out/carry-out.ts";
import type { ClaimsFile } from "./claims/claim-source.ts";
import type { Run } from "./job.ts";
import { differenceOf, type JournalContent, readJournal } from "./carry-out/journal.ts";
import { type AnyKind, kinds } from "./kinds/kinds.ts";
import type { Outcome } from "./outcome.ts";
import { jobsOfShard } from "./shard.ts";

/** The whole that parts made, and what kind of jobs it is of. */
export interface Merged {
  readonly kind: string;
  readonly report: unknown;
}

interface Part extends JournalContent {
  readonly path: string;
}

/**
 * Makes the whole of the journals of all shards of a run, or of the one journal of an undivided run: the report is that of an
 * undivided run, with the same digest.
 *
 * @throws InvalidInput for parts of different runs, versions or seeds, for parts that overlap, and where a part or a job of one
 *   is missing.
 */
export async function merge(paths: readonly string[]): Promise<Merged> {
  const parts = paths.map((path) => ({ path, ...readJournal(path) }));
  const [first, ...rest] = parts;
  if (first === undefined)
    throw new InvalidInput("there is nothing to merge; expected the journals of all parts of a run");
  for (const part of rest) requireSame(part, first);
  requireEachOnce(parts);
  const kind = await kindOf(first);
  const settings: unknown = checkShape(first.header.settings, `${first.path}, line 1`, kind.settings);
  const { claimsSha256 } = settings as ClaimsFile;
  // Before any of its claims is loaded.
  const another = buildsDiffer(first.header.build, buildOf(claimsSha256));
  if (another !== null) throw new InvalidInput(`${first.path} cannot be merged here: ${another}; ${WAY_ON}`);
  const { run, report } = await kind.plan(settings, first.header.seed);
  const expected = headerOf(run, first.header.shard);
  const difference = differenceOf(first.header, expected);
  if (difference !== null) throw new InvalidInput(`${first.path} cannot be merged here: ${difference}`);
  const outcomes = new Map(parts.flatMap((part) => [...outcomesOf(part, run)]));
  return { kind: kind.name, report: report(outcomes) };
}

const WAY_ON = "merge with what made the parts, or make them again";

function requireSame(part: Part, first: Part): void {
  const { index } = part.header.shard;
  const difference = differenceOf(part.header, { ...first.header, shard: { ...first.header.shard, index } });
  if (difference !== null) {
    throw new InvalidInput(`${part.path} does not go with ${first.path}: ${difference}; expected parts of one run`);
  }
}

function requireEachOnce(parts: readonly Part[]): void {
  const { of } = parts[0]!.header.shard;
  const byIndex = new Map<number, Part>();
  for (const part of parts) {
    const { index } = part.header.shard;
    const other = byIndex.get(index);
    if (other !== undefined)
      throw new InvalidInput(`${part.path} and ${other.path} overlap: both are part ${index}/${of}`);
    byIndex.set(index, part);
  }
  for (let index = 1; index <= of; index++) {
    if (!byIndex.has(index)) throw new InvalidInput(`part ${index}/${of} is missing`);
  }
}

async function kindOf({ path, header: { kind, version } }: Part): Promise<AnyKind> {
  if (version !== packageVersion()) {
    throw new InvalidInput(`${path} cannot be merged here: version ${version}; expected version ${packageVersion()}`);
  }
  const load = Object.hasOwn(kinds, kind) ? kinds[kind]!.loadKind : undefined;
  if (load === undefined) throw new InvalidInput(`${path} cannot be merged: there are no parts of kind ${kind}`);
  return load();
}

function outcomesOf({ path, header: { shard }, outcomes }: Part, run: Run): Map<string, Outcome> {
  const name = `${path}, part ${shard.index}/${shard.of},`;
  const jobs = jobsOfShard(run.jobs, shard);
  const missing = jobs.filter((job) => !outcomes.has(job.name));
  if (missing.length > 0) {
    const example = missing[0]!.name;
    const how = `go on with it with --resume`;
    throw new InvalidInput(`${name} lacks ${missing.length} of its ${jobs.length} jobs, such as ${example}; ${how}`);
  }
  const own = new Set(jobs.map((job) => job.name));
  const foreign = [...outcomes.keys()].find((job) => !own.has(job));
  if (foreign !== undefined) throw new InvalidInput(`${name} has a job that does not belong to it: ${foreign}`);
  return new Map([...outcomes].map(([job, outcome]) => [job, validated(outcome, run.result, `${path}, ${job}`)]));
}
