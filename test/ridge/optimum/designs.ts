import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../../../src/data/index.ts";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import type { ExactDesign } from "../../../src/ridge/index.ts";
import { optimum } from "../../../src/ridge/optimum/optimum.ts";
import type { Optimum } from "../../../src/ridge/optimum/result.ts";
import { holds, relativeWidth } from "./problems.ts";

/** A design with its least errors to 40 digits, by fixtures/designs.py. */
export interface DesignCase {
  readonly kind: string;
  /** Of X. */
  readonly condition: number;
  /** Different s_j. */
  readonly distinct: number;
  readonly ridge: string;
  readonly distillation: string;
  readonly problem: {
    readonly design: readonly (readonly (number | string)[])[];
    readonly parameter: readonly (number | string)[];
    readonly noiseVariance: number | string;
  };
}

export function designCases(): readonly DesignCase[] {
  const file = join(packageRoot(), "test/ridge/optimum/fixtures/designs.json.gz");
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as DesignCase[];
}

export function exactly({ design, parameter, noiseVariance }: DesignCase["problem"]): ExactDesign {
  return {
    design: design.map((row) => row.map(fractionOf)),
    parameter: parameter.map(fractionOf),
    noiseVariance: fractionOf(noiseVariance),
  };
}

/** What the optimum of a design says, against its least errors. */
export interface Judged {
  readonly found: Optimum;
  /** What is not so, in a few words each. */
  readonly misses: readonly string[];
  /** The wider relative width of the two enclosures. */
  readonly width: number;
}

/** The errors are known to 40 digits, and where one is lower by less than this part it is taken for a tie. */
const TIE = Fractions.parse("1e-36")!;

export function judged(given: DesignCase): Judged {
  const found = optimum(exactly(given.problem));
  const [ridge, distillation] = [fractionOf(given.ridge), fractionOf(given.distillation)];
  const gain = Fractions.subtract(ridge, distillation);
  const isBetter = Fractions.compare(gain, Fractions.multiply(TIE, ridge)) > 0;
  const rules: readonly (readonly [string, boolean])[] = [
    ["the least error of ridge is in its enclosure", holds(found.ridge.error, ridge)],
    ["the least error of distillation is in its enclosure", holds(found.distillation.error, distillation)],
    ["the answer is right", found.strictlyBetter === null || found.strictlyBetter === isBetter],
    ["different s_j are counted", found.spectrum!.distinct === given.distinct],
  ];
  return {
    found,
    misses: rules.filter(([, kept]) => !kept).map(([rule]) => rule),
    width: Math.max(relativeWidth(found.ridge.error), relativeWidth(found.distillation.error)),
  };
}

function fractionOf(written: number | string): Fraction {
  return Fractions.parse(String(written))!;
}
