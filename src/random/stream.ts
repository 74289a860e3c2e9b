import { sha256 } from "@noble/hashes/sha2.js";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** What a family of streams is for; equal keys give equal streams, on every machine and with any number of workers. */
export interface StreamKey {
  /** Integer from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** What it is drawn for, such as a claim's id. */
  readonly claim: string;
  /** Which problem, within that. */
  readonly problem: string;
}

/** A family of random streams, one per replicate: a replicate's draws depend on the key and its number alone. */
export class Streams {
  /** Four words that the key alone decides. */
  readonly words: readonly [number, number, number, number];

  /** The streams of a key: the words are the first of its SHA-256. */
  constructor({ seed, claim, problem }: StreamKey) {
    // In plain JavaScript, as a page has no other hash that answers at once.
    const hash = sha256(new TextEncoder().encode(JSON.stringify([seed, claim, problem])));
    const words = new DataView(hash.buffer, hash.byteOffset);
    const word = (i: number): number => words.getInt32(4 * i, true);
    this.words = [word(0), word(1), word(2), word(3)];
  }

  /** The stream of replicate 0, 1, 2, … (below 2⁵³). */
  replicate(number: number): RandomGenerator {
    const low = number | 0;
    const high = Math.floor(number / 2 ** 32) | 0;
    const state = this.words.map((word, i) => scramble((word ^ low) + i * GOLDEN_RATIO) ^ scramble(word + high + i));
    return xoroshiro128plusFromState(state.some((word) => word !== 0) ? state : [1, 0, 0, 0]);
  }
}

const GOLDEN_RATIO = 0x9e3779b9 | 0;

// The finaliser of MurmurHash3: a bijection of 32-bit words in which every input bit moves every output bit.
function scramble(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
