/** Ways in which a worker can go wrong, for the tests of the pool. */
export type Misbehaviour = keyof typeof ways;

const hoard: unknown[] = [];
const never = new Promise<never>(() => {});

const ways = {
  doubles: (value: number) => value * 2,
  waits: async (milliseconds: number) => {
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
    return milliseconds;
  },
  throws: () => {
    throw new Error("broken on purpose");
  },
  throwsNull: () => {
    // oxlint-disable-next-line typescript/only-throw-error
    throw null;
  },
  throwsLater: async () => {
    setTimeout(() => {
      throw new Error("broken later");
    }, 1);
    return never;
  },
  rejectsAside: async () => {
    void Promise.reject(new Error("rejected aside"));
    return never;
  },
  overflows: () => {
    const deeper = (): number => deeper() + 1;
    return deeper();
  },
  hangs: () => {
    for (;;);
  },
  neverAnswers: async () => never,
  exits: () => process.exit(3),
  isTold: async () => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.kill(process.pid, signal);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
    return "went on";
  },
  isKilled: async () => {
    process.kill(process.pid, "SIGKILL");
    return never;
  },
  fillsTheHeap: () => {
    for (;;) hoard.push({ list: [hoard.length, hoard.length + 1, hoard.length + 2] });
  },
  wantsTooMuchAtOnce: () => {
    for (;;) hoard.push(Array.from({ length: 1e7 }).fill(1.5));
  },
  givesAFunction: () => ({ inside: () => 1 }),
  givesNothing: () => undefined,
  givesNotANumber: () => ({ values: [1, NaN] }),
  givesItsProcess: () => process.pid,
};

export default function perform([way, value]: readonly [Misbehaviour, number?]): unknown {
  return (ways[way] as (value?: number) => unknown)(value);
}
