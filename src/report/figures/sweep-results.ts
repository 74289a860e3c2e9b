import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import { packageRoot, parseJson, readText } from "../../data/index.ts";

const number = z.number();
const gain = z.looseObject({ mean: number, lower: number, upper: number });

const shape = z.looseObject({
  data: z.looseObject({ name: z.string(), trainRows: number, testRows: number, columns: number, classes: number }),
  rows: number.nullable(),
  map: z.looseObject({ kind: z.string(), columns: number }).nullable(),
  kind: z.string(),
  errorRate: number,
  repeats: number,
  xis: z.array(number),
  weightDecays: z.array(number),
  table: z.array(
    z.looseObject({
      rate: number,
      repeats: z.array(number),
      cells: z.array(
        z.looseObject({
          weightDecay: number,
          teacher: number,
          students: z.array(z.looseObject({ xi: number, mean: number, gain: gain.nullable() })),
        }),
      ),
    }),
  ),
});

/** What `distill --json` wrote of a sweep over imitation parameters, as far as pictures need it, and its file's name. */
export type SweepResult = z.infer<typeof shape> & { readonly id: string };

/** Where results that took long are kept. */
export function resultsFolder(): string {
  return join(packageRoot(), "docs", "results");
}

/** The sweeps that are kept in a folder, by name; none where there is no such folder. @throws InvalidInput for a file of another shape. */
export function sweepResults(folder = resultsFolder()): SweepResult[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.toSorted().map((file) => {
    const path = join(folder, file);
    return { ...parseJson(readText(path), path, shape), id: basename(file, ".json") };
  });
}
