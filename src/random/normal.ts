import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { exponential, logarithm } from "./elementary.ts";

/*
 * The ziggurat of Marsaglia and Tsang, in Doornik's form that draws the layer and the abscissa from different words:
 * 128 horizontal strips of equal area under exp(−x²/2). A point in the part of a strip that lies wholly under the curve
 * (98.8 % of draws) is accepted at once.
 */
const LAYERS = 128;
const TAIL = 3.442619855899; // where the bottom strip's tail begins
const AREA = 9.91256303526217e-3; // of each strip

/** The right ends of the strips from the bottom up: the first is that of a strip as long as the tail is wide. */
export const edges = new Float64Array(LAYERS + 1);
/** The part of each strip's length below which it lies wholly under the curve. */
export const inside = new Float64Array(LAYERS);
edges[0] = AREA / density(TAIL);
edges[1] = TAIL;
for (let i = 2; i < LAYERS; i++) {
  edges[i] = Math.sqrt(-2 * logarithm(AREA / edges[i - 1]! + density(edges[i - 1]!)));
}
for (let i = 0; i < LAYERS; i++) inside[i] = edges[i + 1]! / edges[i]!;

function density(x: number): number {
  return exponential(-0.5 * x * x);
}

/** One standard normal draw. */
export function normal(random: RandomGenerator): number {
  for (;;) {
    const layer = random.next() >>> 25;
    const u = (random.next() + 0.5) * 2 ** -31; // uniform on (−1, 1)
    const x = u * edges[layer]!;
    if (Math.abs(u) < inside[layer]!) return x;
    if (layer === 0) return u < 0 ? -tail(random) : tail(random);
    const [top, bottom] = [density(edges[layer]!), density(edges[layer + 1]!)];
    if (bottom + uniform(random) * (top - bottom) < density(x)) return x;
  }
}

// A draw beyond TAIL, by Marsaglia's method.
function tail(random: RandomGenerator): number {
  for (;;) {
    const x = -logarithm(uniform(random)) / TAIL;
    const y = -logarithm(uniform(random));
    if (2 * y > x * x) return TAIL + x;
  }
}

/** One draw from (0, 1), never 0 or 1: the middle of one of 2⁵² equal intervals. */
export function uniform(random: RandomGenerator): number {
  const high = random.next() >>> 5;
  const low = random.next() >>> 7;
  return (high * 2 ** 25 + low + 0.5) * 2 ** -52;
}
