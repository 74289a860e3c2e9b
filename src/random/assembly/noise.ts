// Noise for many replicates at once. This file is AssemblyScript, not TypeScript: types such as usize and u64 are its own,
// and an address counts bytes of the module's memory.
//
// What ../stream.ts, ../normal.ts and ../noise.ts say one draw at a time is written here a second time, to be fast: the
// same words in the same order, the same operations, and the exp and log of ../elementary.ts, so that every digit is the
// same.
// A test holds the two against each other.

declare function exp(x: f64): f64;
declare function log(x: f64): f64;

const BYTES: usize = 8;
const LAYERS: usize = 128;
const DEGREES_OF_FREEDOM: i32 = 5;

const edges = memory.data((<i32>LAYERS + 1) * 8, 16);
const inside = memory.data(<i32>LAYERS * 8, 16);

/** Where the ziggurat's edges go, 129 numbers. */
export function edgesAddress(): usize {
  return edges;
}

/** Where the parts of its layers go that lie wholly under the curve, 128 numbers. */
export function insideAddress(): usize {
  return inside;
}

/** The first address that is free for draws. */
export function firstAddress(): usize {
  return __heap_base;
}

// The state of the stream, xoroshiro128+.
let one: u64 = 0;
let other: u64 = 0;

function next(): u32 {
  const word = <u32>(one + other);
  const mixed = other ^ one;
  one = rotl<u64>(one, 24) ^ mixed ^ (mixed << 16);
  other = rotl<u64>(mixed, 37);
  return word;
}

function scramble(word: u32): u32 {
  let mixed = word;
  mixed = (mixed ^ (mixed >> 16)) * 0x85ebca6b;
  mixed = (mixed ^ (mixed >> 13)) * 0xc2b2ae35;
  return mixed ^ (mixed >> 16);
}

function stateWord(word: u32, low: u32, high: u32, i: u32): u32 {
  return scramble((word ^ low) + i * 0x9e3779b9) ^ scramble(word + high + i);
}

function start(word0: u32, word1: u32, word2: u32, word3: u32, replicate: u64): void {
  const low = <u32>replicate;
  const high = <u32>(replicate >> 32);
  one = ((<u64>stateWord(word0, low, high, 0)) << 32) | stateWord(word1, low, high, 1);
  other = ((<u64>stateWord(word2, low, high, 2)) << 32) | stateWord(word3, low, high, 3);
  if ((one | other) == 0) one = (<u64>1) << 32;
}

function uniform(): f64 {
  const high = next() >> 5;
  const low = next() >> 7;
  return (<f64>high * 33554432.0 + <f64>low + 0.5) * 2.220446049250313e-16; // 2²⁵ and 2⁻⁵²
}

function normal(): f64 {
  // Inlined here and in the loop that draws: that halves the time.
  const layer = inline.always(next()) >> 25;
  const u = (<f64>(<i32>inline.always(next())) + 0.5) * 4.656612873077393e-10; // 2⁻³¹
  const at = <usize>layer * BYTES;
  const x = u * load<f64>(edges + at);
  return abs(u) < load<f64>(inside + at) ? x : outside(layer, u, x);
}

// The normal draw whose first point does not lie in the part of its layer that is wholly under the curve.
function outside(layer: u32, u: f64, x: f64): f64 {
  while (layer != 0) {
    const at = <usize>layer * BYTES;
    const top = density(load<f64>(edges + at));
    const bottom = density(load<f64>(edges + at, 8));
    if (bottom + uniform() * (top - bottom) < density(x)) return x;
    layer = next() >> 25;
    u = (<f64>(<i32>next()) + 0.5) * 4.656612873077393e-10;
    x = u * load<f64>(edges + <usize>layer * BYTES);
    if (abs(u) < load<f64>(inside + <usize>layer * BYTES)) return x;
  }
  return u < 0 ? -tail() : tail();
}

function density(x: f64): f64 {
  return exp(-0.5 * x * x);
}

function tail(): f64 {
  const from = load<f64>(edges, 8);
  let x: f64;
  let y: f64;
  do {
    x = -log(uniform()) / from;
    y = -log(uniform());
  } while (2 * y <= x * x);
  return from + x;
}

function rademacher(): f64 {
  return <i32>next() < 0 ? -1 : 1;
}

function laplace(): f64 {
  const magnitude = -log(uniform()) * 0.7071067811865476;
  return <i32>next() < 0 ? -magnitude : magnitude;
}

function studentT(): f64 {
  const numerator = normal();
  let chiSquare: f64 = 0;
  for (let i: i32 = 0; i < DEGREES_OF_FREEDOM; i++) {
    const draw = normal();
    chiSquare += draw * draw;
  }
  return numerator * sqrt(<f64>(DEGREES_OF_FREEDOM - 2) / chiSquare);
}

/**
 * Writes `each` draws for each of `replicates` replicates, the first of which has the number `first`, from the address
 * `to` on. The four words say which family of streams; the laws are numbered as in `noises`.
 */
export function draw(
  law: u32,
  word0: u32,
  word1: u32,
  word2: u32,
  word3: u32,
  first: f64,
  replicates: u32,
  each: u32,
  to: usize,
): void {
  const number = <u64>first;
  for (let replicate: u32 = 0; replicate < replicates; replicate++) {
    start(word0, word1, word2, word3, number + replicate);
    const end = to + <usize>each * BYTES;
    if (law == 0) for (; to < end; to += BYTES) store<f64>(to, inline.always(normal()));
    else if (law == 1) for (; to < end; to += BYTES) store<f64>(to, rademacher());
    else if (law == 2) for (; to < end; to += BYTES) store<f64>(to, laplace());
    else for (; to < end; to += BYTES) store<f64>(to, studentT());
  }
}
