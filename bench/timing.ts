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
