import fc from "fast-check";
import type { Context } from "../../../src/evidence/index.ts";
import type { Flips } from "../../../src/logistic/index.ts";
import { Streams, uniform } from "../../../src/random/index.ts";

/** A problem with drawn flips: how many labels of each class are flipped, and the seed that says which. */
export interface Case {
  readonly classSize: number;
  readonly c: number;
  readonly lambda: number;
  readonly xi: number;
  readonly flipped: readonly [ofClass1: number, ofClass0: number];
  readonly seed: number;
}

/** Which labels of a case are flipped: `flipped` of each class, every choice equally likely. */
export function flipsOf({ classSize, flipped, seed }: Case): Flips {
  const random = new Streams({ seed, claim: "logistic", problem: "which labels" }).replicate(0);
  return flipped.flatMap((k) => {
    const marks = Array.from({ length: classSize }, () => uniform(random));
    const border = marks.toSorted((x, y) => x - y)[k - 1] ?? -1;
    return marks.map((mark) => mark <= border);
  });
}

/** The case as the setting it is, in JSON. */
export function showCase({ classSize, c, lambda, xi, flipped, seed }: Case): string {
  return JSON.stringify({ classSize, c, lambda, xi, flipped, seed });
}

/** How many flips of a class are looked at. */
export type Flipped = "one" | "fewer than half" | "half" | "any";

interface Ranges {
  readonly flipped?: Flipped;
  readonly least?: number;
  /** The class size is at most twice this, and 2. */
  readonly sizes?: number;
  readonly xi?: fc.Arbitrary<number>;
}

const eighths = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map((k) => k / 8);

/** Classes of up to 2 · `sizes` + 2 points with similarities in sixteenths, λ a power of 2 from ⅛ to 8 and ξ in eighths. */
export function casesWith({
  flipped = "fewer than half",
  least = 0,
  sizes = 4,
  xi = eighths(-24, 40),
}: Ranges = {}): fc.Arbitrary<Case> {
  return fc
    .record({
      half: fc.integer({ min: 1, max: sizes }),
      odd: fc.boolean(),
      c: fc.integer({ min: 1, max: 15 }).map((k) => k / 16),
      lambda: fc.integer({ min: -3, max: 3 }).map((exponent) => 2 ** Math.trunc(exponent)),
      xi,
      shares: fc.tuple(fc.nat(99), fc.nat(99)),
      seed: fc.nat(999),
    })
    .map(({ half, odd, shares, ...rest }) => {
      const classSize = flipped === "half" ? 2 * half : 2 * half + (odd ? 1 : 2);
      const most = mostFlips(flipped, classSize);
      const count = (share: number): number =>
        flipped === "half" ? half : Math.min(most, least + Math.floor((share / 100) * (most - least + 1)));
      return { classSize, ...rest, flipped: [count(shares[0]), count(shares[1])] };
    });
}

function mostFlips(flipped: Flipped, classSize: number): number {
  if (flipped === "any") return classSize;
  return flipped === "one" ? 1 : Math.ceil(classSize / 2) - 1;
}

const SETTINGS = [
  { classSize: 12, c: 0.3, lambda: 0.5 },
  { classSize: 40, c: 0.1, lambda: 1 },
  { classSize: 9, c: 0.6, lambda: 2 },
  { classSize: 24, c: 0.9, lambda: 1 },
  { classSize: 30, c: 0.05, lambda: 0.25 },
];
const XIS = [-2, 0.5, 1, 1.75, 4];

/** What the simulations look at: five settings, with `draws` draws of how many labels are flipped, and of which. */
export function drawnCases({ seed, claim }: Context, draws: number, flipped: Flipped, least = 0): Case[] {
  return SETTINGS.flatMap((setting, i) => {
    const classSize = flipped === "half" ? 2 * Math.ceil(setting.classSize / 2) : setting.classSize;
    const streams = new Streams({ seed, claim, problem: `flips, setting ${i}` });
    return Array.from({ length: draws }, (_, draw) => {
      const random = streams.replicate(draw);
      const most = mostFlips(flipped, classSize);
      const count = (): number =>
        flipped === "half" ? classSize / 2 : least + Math.floor(uniform(random) * (most - least + 1));
      const drawn = [count(), count()] as const;
      return {
        ...setting,
        classSize,
        xi: XIS[draw % XIS.length]!,
        flipped: drawn,
        seed: Math.floor(uniform(random) * 2 ** 31),
      };
    });
  });
}
