import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** One of 0 … bound − 1, each with the same probability. */
export function integerBelow(bound: number, random: RandomGenerator): number {
  return uniformInt(random, 0, bound - 1);
}
