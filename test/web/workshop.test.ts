import { describe, expect, test } from "vitest";
import { summariseLogistic } from "../../src/logistic/index.ts";
import { gaussian, Streams } from "../../src/random/index.ts";
import { ErrorSimulation, optimum, problemFromDesign, squaredErrors } from "../../src/ridge/index.ts";
import { meanEstimate, momentsOf } from "../../src/statistics/index.ts";
import { partsOf, Settings } from "../../web/problem/setting.ts";
import { DEFAULTS } from "../../web/state/state.ts";
import type { ErrorsMeasured, Estimated, Jobs, Topic } from "../../web/work/questions.ts";
import { type FromWorker, Workshop } from "../../web/work/serve.ts";
import { errorAt } from "../../web/work/simulate-errors.ts";
import { shipped } from "./shipped.ts";

/** A workshop whose steps are taken one by one, and what it has sent. */
class Bench {
  readonly sent: FromWorker[] = [];
  readonly #workshop: Workshop;
  #due: (() => void) | null = null;
  #id = 0;

  constructor() {
    this.#workshop = new Workshop({
      send: (message) => this.sent.push(message),
      soon: (call) => (this.#due = call),
    });
    this.#workshop.receive({ shipped });
  }

  ask<T extends Topic>(topic: T, asks: Jobs[T]["asks"] | null): number {
    this.#workshop.receive({ topic, id: ++this.#id, asks } as Parameters<Workshop["receive"]>[0]);
    return this.#id;
  }

  step(): boolean {
    const call = this.#due;
    this.#due = null;
    call?.();
    return call !== null;
  }

  finish(): this {
    while (this.step());
    return this;
  }

  answers<T extends Topic>(topic: T): Jobs[T]["answers"][] {
    return this.sent.flatMap((message) =>
      "answer" in message && message.topic === topic ? [message.answer as never] : [],
    );
  }
}

const parts = partsOf({ ...DEFAULTS, problem: "gaussian" });
const settings = new Settings(shipped);
const simulated = { parts, shape: "gaussian", seed: 7, draws: 1200, lambdas: [2, 30] } as const;

describe("what the worker answers", () => {
  test("of simulated errors has the digits of the library, whatever else it did in between", () => {
    const alone = new Bench();
    alone.ask("errors", simulated);
    const among = new Bench();
    among.ask("errors", simulated);
    among.ask("errorsAlong", { ...simulated, seed: 8 });
    among.step();
    among.ask("optimum", parts);
    const last = alone.finish().answers("errors").at(-1) as ErrorsMeasured;
    expect(among.finish().answers("errors").at(-1)).toEqual(last);
    expect(alone.answers("errors")).toHaveLength(3);

    const experiment = { ...settings.experiment(parts), noise: gaussian };
    const streams = new Streams({ seed: 7, claim: "explorer", problem: experiment.name });
    const errors = new ErrorSimulation(experiment, [2, 30]).measure(streams, 0, 1200);
    for (const xi of [-1, 0, 1.5]) {
      errors.forEach((each, i) => {
        const direct = meanEstimate(momentsOf(squaredErrors(each, xi)));
        const { value, standardError } = errorAt(last.moments[i]!, xi);
        // Means and products of 1200 draws, merged from batches: a few roundings each.
        expect(Math.abs(value / direct.value - 1)).toBeLessThan(1200 * 2 ** -52);
        expect(standardError / direct.standardError).toBeCloseTo(1, 6);
      });
    }
  });

  test("of the optimum is the library's own", () => {
    const bench = new Bench();
    bench.ask("optimum", parts);
    expect(bench.finish().answers("optimum")).toEqual([optimum(settings.of(parts).exact)]);
  });

  test("of thresholds is the library's own", () => {
    const problem = { classSize: 20, similarity: 0.1, lambda: 1, flipRate: 0.25 };
    const bench = new Bench();
    bench.ask("thresholds", { ...problem, xi: 1 });
    expect(bench.finish().answers("thresholds")).toEqual([summariseLogistic(problem, 1)]);
  });

  test("of regions covers the whole map at every moment, with ever less of it undecided", () => {
    const bench = new Bench();
    bench.ask("regions", { classSize: 8, similarity: 0.3, lambda: 1, mostXi: 3 });
    for (let i = 0; i < 12; i++) bench.step();
    const found = bench.answers("regions");
    const area = (
      list: readonly { flipRate: { lower: number; upper: number }; xi: { lower: number; upper: number } }[],
    ): number =>
      list.reduce((sum, { flipRate, xi }) => sum + (flipRate.upper - flipRate.lower) * (xi.upper - xi.lower), 0);
    let settled = 0;
    let left = Infinity;
    for (const part of found) {
      settled += area(part.settled);
      const undecided = area(part.undecided);
      expect(settled + undecided).toBeCloseTo(3 * (1 / 2 - 2 ** -20), 10);
      expect(undecided).toBeLessThanOrEqual(left);
      left = undecided;
    }
    expect(left).toBeLessThan(area(found[0]!.undecided));
  });

  test("of flips, by fits to drawn labels, agrees with the mixture that the page draws", () => {
    const bench = new Bench();
    bench.ask("flips", { classSize: 10, similarity: 0.2, lambda: 1, xi: 1, rates: [0.25], draws: 200, seed: 1 });
    const [teacher, student] = bench.finish().answers("flips").at(-1)!;
    expect([teacher!.who, student!.who, teacher!.draws]).toEqual(["teacher", "student", 200]);
    expect(student!.value).toBeGreaterThan(teacher!.value);
  });

  test("of a table is the problem that the library estimates from the diabetes data", () => {
    const bench = new Bench();
    bench.ask("table", { name: "mine.csv", text: shipped.diabetes });
    const [estimated] = bench.finish().answers("table") as [Estimated];
    const { design, parameter, noiseVariance } = settings.experiment(partsOf({ ...DEFAULTS, problem: "diabetes" }));
    const { singularValues, signal } = problemFromDesign(design, parameter, noiseVariance);
    expect(estimated).toMatchObject({ rows: 442, columns: 10, noise: noiseVariance });
    expect(estimated.s.map(Number)).toEqual(singularValues.map((value) => value * value));
    expect(estimated.theta2.map(Number)).toEqual(signal.map((value) => value * value));
  });

  test.each([
    ["", "mine.csv is empty; expected rows of numbers"],
    ["1\n2\n", "mine.csv has one column; expected at least one beside the labels, which are the last"],
    ["a,b,y\n1,2,3\n1,x,4\n", 'mine.csv: line 3, column 2: "x" is not a finite number'],
    ["a,b,y\n1,2,3\n2,2,4\n3,2,4\n4,2,4\n", "mine.csv: column 2 (b) is 2 in every row; leave it out"],
    ["a,b,y\n1,2,3\n2,1,4\n3,5,4\n", "mine.csv has 3 rows; 4 are needed to estimate 2 parameters and noise"],
    [
      "a,b,y\n1,2,1\n2,4,0\n3,6,1\n4,8,1\n5,10,2\n",
      "mine.csv has columns that are sums of multiples of others; leave these out",
    ],
    [
      "1,2,1\n2,4,0\n3,7,1\n4,8,1\n5,10,2\n",
      "mine.csv: column 1 numbers the rows, 1, 2, …; write the table without row names (pandas: index=False, R: " +
        "row.names = FALSE), or, if it is a feature, name the columns in a header line (or --header no)",
    ],
    [`${"1,".repeat(101)}1\n`, "mine.csv has 101 columns beside the labels; at most 100 are taken"],
  ])("of a table that is no regression is a sentence: %j", (text, refused) => {
    const bench = new Bench();
    const id = bench.ask("table", { name: "mine.csv", text });
    expect(bench.finish().sent).toEqual([{ topic: "table", id, refused }]);
  });
});

describe("what is asked for", () => {
  test("replaces what was asked on the same topic before, between any two steps", () => {
    const bench = new Bench();
    const first = bench.ask("errors", simulated);
    bench.step();
    const second = bench.ask("errors", { ...simulated, draws: 500 });
    bench.finish();
    expect(bench.sent.map(({ id, ...rest }) => [id, "done" in rest])).toEqual([
      [first, false],
      [second, false],
      [second, true],
    ]);
  });

  test("may be nothing any more", () => {
    const bench = new Bench();
    bench.ask("errors", simulated);
    bench.ask("errors", null);
    bench.finish();
    expect(bench.sent).toEqual([]);
  });

  test("is answered at once where one step does, before a simulation goes on", () => {
    const bench = new Bench();
    bench.ask("errors", simulated);
    bench.step();
    bench.ask("thresholds", { classSize: 5, similarity: 0.2, lambda: 1, flipRate: 0.2, xi: 1 });
    bench.step();
    expect(bench.sent.map(({ topic }) => topic)).toEqual(["errors", "thresholds"]);
  });
});
