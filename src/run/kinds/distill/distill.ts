import * as z from "zod";
import { packageVersion } from "../../../data/index.ts";
import {
  adviceOn,
  corruptionKinds,
  type Grid,
  isRedrawn,
  nameOf,
  requireFeasible,
  type Row,
  tabulate,
  type TaskResult,
  tasksOf,
} from "../../../softmax/index.ts";
import { type Build, buildOf } from "../../build/index.ts";
import type { DistillTask, Source } from "./task.ts";
import type { JobKind, Planned } from "../../job.ts";
import { type Outcome, succeeded } from "../../outcome.ts";

/** Error rate of each interval in the report of a sweep. */
export const SWEEP_ERROR_RATE = 0.01;

const count = z.int().min(1);
const text = z.string();

export const settingsShape = z.strictObject({
  source: z.union([
    z.strictObject({ dataset: text.describe("its name") }),
    z.strictObject({
      features: text.describe("the file of the training features"),
      labels: text.describe("the file of the training labels"),
      test: z
        .union([
          z.strictObject({
            features: text.describe("the file of the test features"),
            labels: text.describe("the file of the test labels"),
          }),
          z.strictObject({
            share: z.number().gt(0).lt(1).describe("the fraction of each class that was set aside"),
            seed: z.int().min(0).describe("with which it was chosen"),
          }),
        ])
        .describe("the test samples: files of their own, or a share of the given ones"),
      header: z
        .enum(["yes", "no"])
        .optional()
        .describe("whether the first line of a table is a header, where it was said"),
      sha256: text.describe("SHA-256 of the contents of all these files"),
    }),
  ]),
  /** As the data set is, before samples are chosen and features are mapped. */
  data: z.strictObject({
    name: text.describe("its name"),
    trainRows: count.describe("training samples"),
    testRows: count.describe("test samples"),
    columns: count.describe("features"),
    classes: count.describe("classes"),
  }),
  rows: count.nullable(),
  map: z
    .strictObject({
      kind: z.enum(["relu", "fourier"]).describe("which random features"),
      columns: count.describe("how many"),
    })
    .nullable(),
  kind: z.enum(corruptionKinds),
  rates: z.array(z.number().min(0).max(1)),
  weightDecays: z.array(z.number().gt(0)),
  xis: z.array(z.number()),
  repeats: count,
});

/** What a sweep is planned from, besides its seed. */
export type DistillSettings = z.infer<typeof settingsShape>;

const result: z.ZodType<TaskResult> = z.strictObject({
  teacher: z.int().min(0),
  students: z.array(z.int().min(0)),
  repeated: z.int().min(0),
});

/** What a sweep found. */
export interface DistillReport extends DistillSettings {
  /** Of the form of reports. */
  readonly schema: 1;
  readonly version: string;
  /** What made it. */
  readonly build: Build;
  readonly seed: number;
  /** Of each interval: the probability that it misses. */
  readonly errorRate: number;
  /** Tasks that were not carried out, and why. */
  readonly failures: readonly string[];
  readonly table: readonly Row[];
  readonly advice: readonly string[];
}

/** A sweep over imitation parameters, as a kind of job. */
export const distillKind: JobKind<DistillSettings, DistillTask, TaskResult, DistillReport> = {
  name: "distill",
  settings: settingsShape,
  result,
  plan: async (settings, seed) => planDistillation(settings, seed),
};

/** The teachers of a sweep with their students, as jobs. @throws InvalidInput for more than can be done. */
export function planDistillation(
  settings: DistillSettings,
  seed: number,
): Planned<DistillTask, TaskResult, DistillReport> {
  const { data, rows, map, kind, xis } = settings;
  const grid = gridOf(settings);
  const samples = (rows ?? data.trainRows) + data.testRows;
  requireFeasible(grid, map && { samples, columns: map.columns });
  const source: Source = settings.source;
  const drawing = { rows, map, kind, seed };
  // Repeat by repeat, so that whole tables are done one after the other.
  const jobs = tasksOf(grid, isRedrawn(drawing)).map((task) => ({
    name: nameOf(task),
    effort: 0,
    task: { source, drawing, xis, ...task },
  }));
  return {
    run: { kind: "distill", seed, settings, jobs, result },
    report: (outcomes) => reportOfDistillation(settings, seed, outcomes),
  };
}

/** What the outcomes of a sweep, by the jobs' names, amount to. */
function reportOfDistillation(
  settings: DistillSettings,
  seed: number,
  outcomes: ReadonlyMap<string, Outcome<TaskResult>>,
): DistillReport {
  const results = new Map<string, TaskResult>();
  const failures: string[] = [];
  for (const [name, outcome] of outcomes) {
    if (succeeded(outcome)) results.set(name, outcome.result);
    else failures.push(`${name}: ${outcome.failed}`);
  }
  const { trainRows, testRows } = settings.data;
  const table = tabulate(
    gridOf(settings),
    { trainRows: settings.rows ?? trainRows, testRows },
    results,
    SWEEP_ERROR_RATE,
  );
  return {
    schema: 1,
    version: packageVersion(),
    build: buildOf(),
    seed,
    ...settings,
    errorRate: SWEEP_ERROR_RATE,
    failures: failures.toSorted(),
    table,
    advice: table.flatMap(adviceOn),
  };
}

function gridOf({ rates, weightDecays, xis, repeats }: DistillSettings): Grid {
  return { rates, weightDecays, xis, repeats };
}
