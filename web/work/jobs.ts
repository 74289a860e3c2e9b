import { InvalidInput, parseCsv, regressionOf } from "../../src/data/portable.ts";
import { Intervals } from "../../src/formula/index.ts";
import { type Rectangle, regionMap, summariseLogistic } from "../../src/logistic/index.ts";
import { optimum, problemFromDesign, regressionExperiment } from "../../src/ridge/portable.ts";
import type { Settings } from "../problem/setting.ts";
import type { Estimated, Jobs, RegionsFound, Topic } from "./questions.ts";
import { simulateErrors } from "./simulate-errors.ts";
import { simulateFlips } from "./simulate-flips.ts";

/** How each job is done: step by step, so that another can be started or this one be dropped in between. */
export type Steps = {
  readonly [T in Topic]: (asked: Jobs[T]["asks"], settings: Settings) => Iterator<Jobs[T]["answers"]>;
};

export const steps: Steps = {
  *optimum(parts, settings) {
    yield optimum(settings.of(parts).exact);
  },
  errors: simulateErrors,
  errorsAlong: simulateErrors,
  *thresholds({ xi, ...problem }) {
    yield summariseLogistic(problem, xi);
  },
  regions: refineRegions,
  flips: simulateFlips,
  *table({ name, text }) {
    yield estimated(name, text);
  },
};

const FIRST_DEPTH = 4;
const LAST_DEPTH = 8;
const CHUNK = 12;

function* refineRegions({ mostXi, ...setting }: Jobs["regions"]["asks"]): Generator<RegionsFound> {
  // From just above p = 0, where what is wrong on flipped points has none to be wrong on.
  const whole = { flipRate: Intervals.interval(2 ** -20, 1 / 2), xi: Intervals.interval(0, mostXi) };
  const first = regionMap(setting, whole, FIRST_DEPTH);
  yield { ...first, depth: FIRST_DEPTH };
  let left = first.undecided;
  for (let depth = FIRST_DEPTH + 1; depth <= LAST_DEPTH; depth++) {
    const next: Rectangle[] = [];
    for (let start = 0; start < left.length; start += CHUNK) {
      const parts = left.slice(start, start + CHUNK).map((rectangle) => regionMap(setting, rectangle, 1));
      next.push(...parts.flatMap(({ undecided }) => undecided));
      const settled = parts.flatMap((part) => part.settled);
      yield { settled, undecided: [...next, ...left.slice(start + CHUNK)], depth };
    }
    left = next;
  }
}

const MOST_COLUMNS = 100;
const MOST_ENTRIES = 400_000;

function estimated(name: string, text: string): Estimated {
  const table = parseCsv(text, name);
  const columns = table.rows[0]!.length - 1;
  if (columns > MOST_COLUMNS) {
    throw new InvalidInput(`${name} has ${columns} columns beside the labels; at most ${MOST_COLUMNS} are taken`);
  }
  if (table.rows.length * columns > MOST_ENTRIES) {
    throw new InvalidInput(`${name} has ${table.rows.length * columns} entries; at most ${MOST_ENTRIES} are taken`);
  }
  const { design, parameter, noiseVariance } = regressionExperiment(name, regressionOf(table, name));
  const { singularValues, signal } = problemFromDesign(design, parameter, noiseVariance);
  const squared = (values: readonly number[]): string[] => values.map((value) => String(value * value));
  return {
    name,
    rows: design.rows,
    columns,
    s: squared(singularValues),
    theta2: squared(signal),
    noise: noiseVariance,
  };
}
