import { type Noise, noises } from "./noise.ts";
import { type NoiseInstance, noiseInstance } from "./noise-module.ts";
import type { Streams } from "./stream.ts";

const BYTES = 8;
const PAGE = 65_536;

let kernel: NoiseInstance | undefined;

/** Which noise of which replicates. */
export interface NoiseBlock {
  /** What is drawn from. */
  readonly noise: Noise;
  /** Where each replicate's draws come from. */
  readonly streams: Streams;
  /** Number of the first replicate. */
  readonly first: number;
  /** How many replicates. */
  readonly count: number;
  /** How many draws for each replicate. */
  readonly each: number;
}

/**
 * The draws of several replicates, one replicate after the other: to the last digit what `noise.draw` gives on the stream
 * of each replicate, three to four times as fast. The array is a view that the next call overwrites.
 */
export function drawNoise({ noise, streams, first, count, each }: NoiseBlock): Float64Array {
  const law = noises.indexOf(noise);
  if (law < 0) return drawOneByOne({ noise, streams, first, count, each });
  kernel ??= noiseInstance();
  const address = Math.ceil(kernel.firstAddress() / BYTES) * BYTES;
  const missing = address + count * each * BYTES - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
  kernel.draw(law, ...streams.words, first, count, each, address);
  return new Float64Array(kernel.memory.buffer, address, count * each);
}

function drawOneByOne({ noise, streams, first, count, each }: NoiseBlock): Float64Array {
  const draws = new Float64Array(count * each);
  for (let replicate = 0; replicate < count; replicate++) {
    const random = streams.replicate(first + replicate);
    for (let i = 0; i < each; i++) draws[replicate * each + i] = noise.draw(random);
  }
  return draws;
}
