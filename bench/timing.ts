/** The middle one of several times. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** Milliseconds that `work` takes. */
export function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Median milliseconds of each of several pieces of work, run in turn so that the machine treats all alike. */
export function alternating(rounds: number, work: readonly (() => unknown)[]): number[] {
  work.forEach((each) => each()); // the first run compiles
  const times = Array.from({ length: rounds }, () => work.map(milliseconds));
  return work.map((_, i) => median(times.map((round) => round[i]!)));
}

/** How long a piece of work took, and how long all cores together computed for it, in milliseconds. */
export interface Times {
  readonly wall: number;
  /** Of use where other programs run on the same machine. */
  readonly processor: number;
}

/** The times of a piece of work of this process and its threads. */
export async function timesOf(work: () => unknown): Promise<Times> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, processor: (user + system) / 1000 };
}
