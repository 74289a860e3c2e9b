import * as z from "zod";
import type { Run } from "../../job.ts";
import type { SeedResult, SeedTask } from "./task.ts";

const seedResult: z.ZodType<SeedResult> = z.strictObject({
  alarms: z.array(z.string()),
  checks: z.int().min(0),
  seconds: z.number().min(0),
});

/** Checks of every claim on so many seeds, one job a seed. */
export function seedsRun(first: number, count: number, settings: Omit<SeedTask, "seed">): Run<SeedTask, SeedResult> {
  const jobs = Array.from({ length: count }, (_, i) => {
    const task: SeedTask = { ...settings, seed: first + i };
    return { name: `seed ${first + i}`, effort: 0, task };
  });
  return { kind: "seed", seed: first, settings: { ...settings, count }, jobs, result: seedResult };
}
