// Products of matrices of doubles, two at a time (WebAssembly SIMD). This file is AssemblyScript, not TypeScript: types
// such as usize and f64x2 are its own, and an address counts bytes of the module's memory. Matrices are row by row,
// without gaps.
//
// The second factor is copied, a block of its rows at a time, into panels of four columns (a last panel is filled up with
// zeros), so that a tile of four by four sums stays in registers while both factors are read in order. Sums run over the
// inner index in ascending order, block by block: same input, same digits.

const BYTES: usize = 8;
const WIDTH: usize = 4; // of a panel and of a tile

// A · B reads rows of A: four of them, of so many entries, stay in the fastest cache (8 kB) while panels pass.
const INNER: usize = 256;
const COLUMNS: usize = 256;
// Aᵀ · B reads A across: few rows at a time, so that all columns of those are used while they are near.
const INNER_ACROSS: usize = 16;
const COLUMNS_ACROSS: usize = 64;

/** The first address that is free for matrices. */
export function firstAddress(): usize {
  return __heap_base;
}

/** How many bytes the products need, at `panels`, for copies of parts of the second factor. */
export function panelBytes(): usize {
  return INNER * COLUMNS * BYTES;
}

/** C = A · B: A is rows × inner, B inner × columns. */
export function multiply(a: usize, b: usize, c: usize, rows: usize, inner: usize, columns: usize, panels: usize): void {
  byRows(a, b, c, rows, inner, columns, panels, columns * BYTES, BYTES);
}

/** C = A · Bᵀ: A is rows × inner, B columns × inner. */
export function multiplyByTransposed(
  a: usize,
  b: usize,
  c: usize,
  rows: usize,
  inner: usize,
  columns: usize,
  panels: usize,
): void {
  byRows(a, b, c, rows, inner, columns, panels, BYTES, inner * BYTES);
}

/** C = Aᵀ · B: A is inner × rows, B inner × columns. */
export function transposedMultiply(
  a: usize,
  b: usize,
  c: usize,
  rows: usize,
  inner: usize,
  columns: usize,
  panels: usize,
): void {
  memory.fill(c, 0, rows * columns * BYTES);
  const stride = rows * BYTES;
  for (let left: usize = 0; left < columns; left += COLUMNS_ACROSS) {
    const width = min(COLUMNS_ACROSS, columns - left);
    for (let from: usize = 0; from < inner; from += INNER_ACROSS) {
      const depth = min(INNER_ACROSS, inner - from);
      pack(b + (from * columns + left) * BYTES, columns * BYTES, BYTES, depth, width, panels);
      const across = a + from * stride;
      let i: usize = 0;
      for (; i + WIDTH <= rows; i += WIDTH) {
        for (let j: usize = 0; j < width; j += WIDTH) {
          tileAcross(
            across + i * BYTES,
            stride,
            panels + j * depth * BYTES,
            c + (i * columns + left + j) * BYTES,
            columns * BYTES,
            depth,
            min(WIDTH, width - j),
          );
        }
      }
      for (; i < rows; i++) {
        for (let j: usize = 0; j < width; j += WIDTH) {
          row(
            across + i * BYTES,
            stride,
            panels + j * depth * BYTES,
            c + (i * columns + left + j) * BYTES,
            depth,
            min(WIDTH, width - j),
          );
        }
      }
    }
  }
}

function byRows(
  a: usize,
  b: usize,
  c: usize,
  rows: usize,
  inner: usize,
  columns: usize,
  panels: usize,
  innerStride: usize,
  columnStride: usize,
): void {
  memory.fill(c, 0, rows * columns * BYTES);
  for (let left: usize = 0; left < columns; left += COLUMNS) {
    const width = min(COLUMNS, columns - left);
    for (let from: usize = 0; from < inner; from += INNER) {
      const depth = min(INNER, inner - from);
      pack(b + from * innerStride + left * columnStride, innerStride, columnStride, depth, width, panels);
      let i: usize = 0;
      for (; i + WIDTH <= rows; i += WIDTH) {
        for (let j: usize = 0; j < width; j += WIDTH) {
          tile(
            a + (i * inner + from) * BYTES,
            inner * BYTES,
            panels + j * depth * BYTES,
            c + (i * columns + left + j) * BYTES,
            columns * BYTES,
            depth,
            min(WIDTH, width - j),
          );
        }
      }
      for (; i < rows; i++) {
        for (let j: usize = 0; j < width; j += WIDTH) {
          row(
            a + (i * inner + from) * BYTES,
            BYTES,
            panels + j * depth * BYTES,
            c + (i * columns + left + j) * BYTES,
            depth,
            min(WIDTH, width - j),
          );
        }
      }
    }
  }
}

// Copies depth × width entries into panels: each has `depth` times four entries, in the order they are used.
function pack(b: usize, innerStride: usize, columnStride: usize, depth: usize, width: usize, panels: usize): void {
  let to = panels;
  for (let j: usize = 0; j < width; j += WIDTH) {
    const wide = min(WIDTH, width - j);
    let from = b + j * columnStride;
    for (let p: usize = 0; p < depth; p++) {
      for (let k: usize = 0; k < WIDTH; k++) {
        store<f64>(to + k * BYTES, k < wide ? load<f64>(from + k * columnStride) : 0);
      }
      from += innerStride;
      to += WIDTH * BYTES;
    }
  }
}

// Adds to four by four entries of C the products of four rows of A, that lie `stride` apart, with a panel.
function tile(a: usize, stride: usize, panel: usize, c: usize, cStride: usize, depth: usize, wide: usize): void {
  let s00 = f64x2.splat(0);
  let s01 = f64x2.splat(0);
  let s10 = f64x2.splat(0);
  let s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0);
  let s21 = f64x2.splat(0);
  let s30 = f64x2.splat(0);
  let s31 = f64x2.splat(0);
  let a0 = a;
  let a1 = a + stride;
  let a2 = a1 + stride;
  let a3 = a2 + stride;
  const end = panel + depth * WIDTH * BYTES;
  for (let at = panel; at < end; at += WIDTH * BYTES) {
    const b0 = v128.load(at);
    const b1 = v128.load(at, 16);
    let x = v128.load64_splat(a0);
    s00 = f64x2.add(s00, f64x2.mul(x, b0));
    s01 = f64x2.add(s01, f64x2.mul(x, b1));
    x = v128.load64_splat(a1);
    s10 = f64x2.add(s10, f64x2.mul(x, b0));
    s11 = f64x2.add(s11, f64x2.mul(x, b1));
    x = v128.load64_splat(a2);
    s20 = f64x2.add(s20, f64x2.mul(x, b0));
    s21 = f64x2.add(s21, f64x2.mul(x, b1));
    x = v128.load64_splat(a3);
    s30 = f64x2.add(s30, f64x2.mul(x, b0));
    s31 = f64x2.add(s31, f64x2.mul(x, b1));
    a0 += BYTES;
    a1 += BYTES;
    a2 += BYTES;
    a3 += BYTES;
  }
  add(c, s00, s01, wide);
  add(c + cStride, s10, s11, wide);
  add(c + 2 * cStride, s20, s21, wide);
  add(c + 3 * cStride, s30, s31, wide);
}

// The same for four neighbouring columns of A, whose entries lie side by side in each of its rows.
function tileAcross(a: usize, stride: usize, panel: usize, c: usize, cStride: usize, depth: usize, wide: usize): void {
  let s00 = f64x2.splat(0);
  let s01 = f64x2.splat(0);
  let s10 = f64x2.splat(0);
  let s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0);
  let s21 = f64x2.splat(0);
  let s30 = f64x2.splat(0);
  let s31 = f64x2.splat(0);
  let from = a;
  const end = panel + depth * WIDTH * BYTES;
  for (let at = panel; at < end; at += WIDTH * BYTES) {
    const b0 = v128.load(at);
    const b1 = v128.load(at, 16);
    let x = v128.load64_splat(from);
    s00 = f64x2.add(s00, f64x2.mul(x, b0));
    s01 = f64x2.add(s01, f64x2.mul(x, b1));
    x = v128.load64_splat(from, 8);
    s10 = f64x2.add(s10, f64x2.mul(x, b0));
    s11 = f64x2.add(s11, f64x2.mul(x, b1));
    x = v128.load64_splat(from, 16);
    s20 = f64x2.add(s20, f64x2.mul(x, b0));
    s21 = f64x2.add(s21, f64x2.mul(x, b1));
    x = v128.load64_splat(from, 24);
    s30 = f64x2.add(s30, f64x2.mul(x, b0));
    s31 = f64x2.add(s31, f64x2.mul(x, b1));
    from += stride;
  }
  add(c, s00, s01, wide);
  add(c + cStride, s10, s11, wide);
  add(c + 2 * cStride, s20, s21, wide);
  add(c + 3 * cStride, s30, s31, wide);
}

// The same for one row of C; successive entries of A lie `stride` apart.
function row(a: usize, stride: usize, panel: usize, c: usize, depth: usize, wide: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let from = a;
  const end = panel + depth * WIDTH * BYTES;
  for (let at = panel; at < end; at += WIDTH * BYTES) {
    const x = v128.load64_splat(from);
    s0 = f64x2.add(s0, f64x2.mul(x, v128.load(at)));
    s1 = f64x2.add(s1, f64x2.mul(x, v128.load(at, 16)));
    from += stride;
  }
  add(c, s0, s1, wide);
}

// Adds the first `wide` (at most four) of the entries in `low` and `high`.
function add(c: usize, low: v128, high: v128, wide: usize): void {
  if (wide == WIDTH) {
    v128.store(c, f64x2.add(v128.load(c), low));
    v128.store(c, f64x2.add(v128.load(c, 16), high), 16);
    return;
  }
  store<f64>(c, load<f64>(c) + f64x2.extract_lane(low, 0));
  if (wide > 1) store<f64>(c, load<f64>(c, 8) + f64x2.extract_lane(low, 1), 8);
  if (wide > 2) store<f64>(c, load<f64>(c, 16) + f64x2.extract_lane(high, 0), 16);
}
