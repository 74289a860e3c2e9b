// What takes the time in the eigenvectors of a symmetric matrix, by WebAssembly SIMD. AssemblyScript, as products.ts.

const BYTES: usize = 8;

/** The first address that is free for matrices. */
export function firstAddress(): usize {
  return __heap_base;
}

// The square of what is too small beside 1 to be told from rounding: squares much smaller have few digits, or none.
const NEGLIGIBLE: f64 = 1e-33;

/**
 * Reduces a symmetric matrix A, n × n, of which the lower triangle is read, to a tridiagonal T = Q·A·Qᵀ by Householder's
 * reflections, the last row first. A's largest entry must be near 1. `diagonal` (n) and `beside` (n − 1) receive T, `q`
 * (n × n) receives Q. A is lost; `scratch` holds 2n numbers.
 */
export function tridiagonalise(a: usize, n: usize, diagonal: usize, beside: usize, q: usize, scratch: usize): void {
  const p = scratch;
  const halves = scratch + n * BYTES; // of each reflector's ‖u‖²
  const stride = n * BYTES;
  for (let i = n; i-- > 0;) {
    const u = a + i * stride;
    store<f64>(diagonal + i * BYTES, load<f64>(u + i * BYTES));
    store<f64>(halves + i * BYTES, 0);
    if (i == 0) break;
    const last = u + (i - 1) * BYTES;
    const x = load<f64>(last);
    const rest = dot(u, u, i - 1);
    if (rest <= NEGLIGIBLE) {
      store<f64>(beside + (i - 1) * BYTES, x);
      continue;
    }
    const norm = sqrt(rest + x * x);
    const image = x > 0 ? -norm : norm;
    const half = rest + x * x - x * image;
    store<f64>(beside + (i - 1) * BYTES, image);
    store<f64>(last, x - image);
    store<f64>(halves + i * BYTES, half);
    timesSymmetric(a, stride, u, p, i);
    scale(p, 1 / half, i);
    addMultiple(p, u, -dot(u, p, i) / (2 * half), i);
    for (let j: usize = 0; j < i; j++) {
      const at = j * BYTES;
      addMultiples(a + j * stride, p, -load<f64>(u + at), u, -load<f64>(p + at), j + 1);
    }
  }
  // Q = H_1 ⋯ H_{n−1}, where H_i changes the first i coordinates.
  memory.fill(q, 0, n * stride);
  for (let i: usize = 0; i < n; i++) store<f64>(q + i * stride + i * BYTES, 1);
  for (let i: usize = 1; i < n; i++) {
    const half = load<f64>(halves + i * BYTES);
    if (half == 0) continue;
    const u = a + i * stride;
    for (let r: usize = 0; r < i; r++) addMultiple(q + r * stride, u, -dot(q + r * stride, u, i) / half, i);
  }
}

const STRIP: usize = 8; // columns, of one cache line

/**
 * Applies plane rotations to the rows of Q, n × n. They come in sweeps: `sweeps` holds pairs (first, count) of 32-bit
 * integers, and a sweep rotates rows (first − 1, first), (first − 2, first − 1), … by its pairs (cos, sin) in `rotations`,
 * which follow one another. A strip of columns takes all rotations at once; `scratch` holds 8n numbers.
 */
export function rotateRows(q: usize, n: usize, sweeps: usize, many: usize, rotations: usize, scratch: usize): void {
  const stride = n * BYTES;
  for (let left: usize = 0; left < n; left += STRIP) {
    const wide = min(STRIP, n - left);
    for (let i: usize = 0; i < n; i++) {
      for (let k: usize = 0; k < wide; k++) {
        store<f64>(scratch + (i * STRIP + k) * BYTES, load<f64>(q + i * stride + (left + k) * BYTES));
      }
    }
    let rotation = rotations;
    for (let s: usize = 0; s < many; s++) {
      const first = <usize>load<u32>(sweeps + 8 * s);
      const count = <usize>load<u32>(sweeps + 8 * s, 4);
      rotateStrip(scratch + first * STRIP * BYTES, count, rotation);
      rotation += count * 16;
    }
    for (let i: usize = 0; i < n; i++) {
      for (let k: usize = 0; k < wide; k++) {
        store<f64>(q + i * stride + (left + k) * BYTES, load<f64>(scratch + (i * STRIP + k) * BYTES));
      }
    }
  }
}

// One sweep in a strip, upward from the row at `at`: the row that the next rotation shares stays in registers.
function rotateStrip(at: usize, count: usize, rotations: usize): void {
  let low = at;
  let f0 = v128.load(low);
  let f1 = v128.load(low, 16);
  let f2 = v128.load(low, 32);
  let f3 = v128.load(low, 48);
  const end = rotations + count * 16;
  for (let rotation = rotations; rotation < end; rotation += 16) {
    const c = v128.load64_splat(rotation);
    const s = v128.load64_splat(rotation, 8);
    const high = low - STRIP * BYTES;
    let z = v128.load(high);
    v128.store(low, f64x2.add(f64x2.mul(s, z), f64x2.mul(c, f0)));
    f0 = f64x2.sub(f64x2.mul(c, z), f64x2.mul(s, f0));
    z = v128.load(high, 16);
    v128.store(low, f64x2.add(f64x2.mul(s, z), f64x2.mul(c, f1)), 16);
    f1 = f64x2.sub(f64x2.mul(c, z), f64x2.mul(s, f1));
    z = v128.load(high, 32);
    v128.store(low, f64x2.add(f64x2.mul(s, z), f64x2.mul(c, f2)), 32);
    f2 = f64x2.sub(f64x2.mul(c, z), f64x2.mul(s, f2));
    z = v128.load(high, 48);
    v128.store(low, f64x2.add(f64x2.mul(s, z), f64x2.mul(c, f3)), 48);
    f3 = f64x2.sub(f64x2.mul(c, z), f64x2.mul(s, f3));
    low = high;
  }
  v128.store(low, f0);
  v128.store(low, f1, 16);
  v128.store(low, f2, 32);
  v128.store(low, f3, 48);
}

// p = A·u for the leading n × n part of a symmetric matrix, of which the lower triangle is read: each row once.
function timesSymmetric(a: usize, stride: usize, u: usize, p: usize, n: usize): void {
  memory.fill(p, 0, n * BYTES);
  for (let j: usize = 0; j < n; j++) {
    const row = a + j * stride;
    const uj = load<f64>(u + j * BYTES);
    const by = f64x2.splat(uj);
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let at: usize = 0;
    for (; at + 4 * BYTES <= j * BYTES; at += 4 * BYTES) {
      const x = v128.load(row + at);
      s0 = f64x2.add(s0, f64x2.mul(x, v128.load(u + at)));
      v128.store(p + at, f64x2.add(v128.load(p + at), f64x2.mul(x, by)));
      const y = v128.load(row + at, 16);
      s1 = f64x2.add(s1, f64x2.mul(y, v128.load(u + at, 16)));
      v128.store(p + at, f64x2.add(v128.load(p + at, 16), f64x2.mul(y, by)), 16);
    }
    s0 = f64x2.add(s0, s1);
    let sum = f64x2.extract_lane(s0, 0) + f64x2.extract_lane(s0, 1);
    for (; at < j * BYTES; at += BYTES) {
      const x = load<f64>(row + at);
      sum += x * load<f64>(u + at);
      store<f64>(p + at, load<f64>(p + at) + x * uj);
    }
    store<f64>(p + at, load<f64>(p + at) + sum + load<f64>(row + at) * uj);
  }
}

function dot(x: usize, y: usize, n: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 4 * BYTES <= n * BYTES; at += 4 * BYTES) {
    s0 = f64x2.add(s0, f64x2.mul(v128.load(x + at), v128.load(y + at)));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(x + at, 16), v128.load(y + at, 16)));
  }
  s0 = f64x2.add(s0, s1);
  let sum = f64x2.extract_lane(s0, 0) + f64x2.extract_lane(s0, 1);
  for (; at < n * BYTES; at += BYTES) sum += load<f64>(x + at) * load<f64>(y + at);
  return sum;
}

function scale(x: usize, by: f64, n: usize): void {
  for (let at: usize = 0; at < n * BYTES; at += BYTES) store<f64>(x + at, load<f64>(x + at) * by);
}

// x += by·y
function addMultiple(x: usize, y: usize, by: f64, n: usize): void {
  const factor = f64x2.splat(by);
  let at: usize = 0;
  for (; at + 4 * BYTES <= n * BYTES; at += 4 * BYTES) {
    v128.store(x + at, f64x2.add(v128.load(x + at), f64x2.mul(v128.load(y + at), factor)));
    v128.store(x + at, f64x2.add(v128.load(x + at, 16), f64x2.mul(v128.load(y + at, 16), factor)), 16);
  }
  for (; at < n * BYTES; at += BYTES) store<f64>(x + at, load<f64>(x + at) + by * load<f64>(y + at));
}

// x += byY·y + byZ·z
function addMultiples(x: usize, y: usize, byY: f64, z: usize, byZ: f64, n: usize): void {
  const f = f64x2.splat(byY);
  const g = f64x2.splat(byZ);
  let at: usize = 0;
  for (; at + 2 * BYTES <= n * BYTES; at += 2 * BYTES) {
    const more = f64x2.add(f64x2.mul(v128.load(y + at), f), f64x2.mul(v128.load(z + at), g));
    v128.store(x + at, f64x2.add(v128.load(x + at), more));
  }
  if (at < n * BYTES) {
    store<f64>(x + at, load<f64>(x + at) + byY * load<f64>(y + at) + byZ * load<f64>(z + at));
  }
}
