import { InvalidInput } from "../data/index.ts";
import type { Job } from "./job.ts";

/** One of the equal parts that a run is divided into. */
export interface Shard {
  /** Which part, counted from 1. */
  readonly index: number;
  /** How many parts there are. */
  readonly of: number;
}

/** A run that is not divided. */
export const WHOLE: Shard = { index: 1, of: 1 };

/** Reads "2/4". @throws InvalidInput */
export function parseShard(text: string): Shard {
  const [, index, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of) {
    throw new InvalidInput(`${JSON.stringify(text)} names no shard; expected i/n with i from 1 to n, such as 2/4`);
  }
  return { index, of };
}

/** The jobs of a shard, long ones first. They are dealt in that order, so that all shards take about as long. */
export function jobsOfShard<T extends Job>(jobs: readonly T[], { index, of }: Shard): T[] {
  return jobs.toSorted((one, other) => other.effort - one.effort).filter((_, i) => i % of === index - 1);
}
