// What a thread of a crew runs: it is given work, and then measures the units that it is told.
import { parentPort } from "node:worker_threads";
import { Workspace } from "../../matrix/index.ts";
import { Streams } from "../../random/index.ts";
import { type CellMeasure, cellMeasure } from "./cells.ts";
import type { Answer, Order } from "./crew.ts";

interface Current {
  readonly measure: Promise<CellMeasure>;
  readonly unit: number;
  readonly replicates: number;
}

let current: Current | undefined;

// One memory for all work: making and collecting one for each takes longer than short work does.
const space = new Workspace();
const empty = space.mark();

parentPort!.on("message", (order: Order) => {
  if ("work" in order) {
    const { work, key, unit, replicates } = order;
    space.release(empty);
    const measure = cellMeasure(work, new Streams(key), space);
    measure.catch(() => {}); // told with the first answer
    current = { measure, unit, replicates };
  } else void answer(current!, order.from, order.to);
});

async function answer({ measure, unit, replicates }: Current, from: number, to: number): Promise<void> {
  try {
    const measured = await measure;
    const units = Array.from({ length: to - from }, (_, i) => {
      const first = (from + i) * unit;
      return measured(first, Math.min(unit, replicates - first));
    });
    parentPort!.postMessage({ units } satisfies Answer);
  } catch (error) {
    parentPort!.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
}
