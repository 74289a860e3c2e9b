import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { logarithm } from "./elementary.ts";
import { normal, uniform } from "./normal.ts";

/** A distribution of label noise with mean 0 and variance 1. */
export interface Noise {
  /** For people, and for random streams, which depend on it. */
  readonly name: string;
  /** One draw. */
  readonly draw: (random: RandomGenerator) => number;
}

/** Standard normal. */
export const gaussian: Noise = { name: "Gaussian", draw: normal };

/** ±1 with equal probability. */
export const rademacher: Noise = { name: "Rademacher", draw: (random) => (random.next() < 0 ? -1 : 1) };

/** Density ∝ exp(−√2 |x|). */
export const laplace: Noise = {
  name: "Laplace",
  draw: (random) => {
    const magnitude = -logarithm(uniform(random)) * Math.SQRT1_2;
    return random.next() < 0 ? -magnitude : magnitude;
  },
};

const DEGREES_OF_FREEDOM = 5;

/** Student's t with 5 degrees of freedom (variance 5/3), divided by its standard deviation: a heavy tail. */
export const studentT: Noise = {
  name: "Student t₅",
  draw: (random) => {
    const numerator = normal(random);
    let chiSquare = 0;
    for (let i = 0; i < DEGREES_OF_FREEDOM; i++) {
      const draw = normal(random);
      chiSquare += draw * draw;
    }
    return numerator * Math.sqrt((DEGREES_OF_FREEDOM - 2) / chiSquare);
  },
};

/** All that are defined here: `drawNoise` is quick for these. */
export const noises: readonly Noise[] = [gaussian, rademacher, laplace, studentT];
