/*
 * Logarithm and exponential from operations whose results IEEE 754 fixes: what Math.log and Math.exp give in the last place is
 * left to each engine, and browsers differ from Node. With these, equal seeds have equal digits everywhere.
 *
 * From fdlibm (e_log.c, e_exp.c): Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy,
 * modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
// A number and its upper 32 bits, in the machine's own order of words.
const double = new Float64Array([1]);
const words = new Int32Array(double.buffer);
const UPPER = words[0] === 0 ? 1 : 0;

/** 2¹⁰²³, 2¹⁰²², …, 2⁻¹⁰²³: halving is exact. */
const POWERS = new Float64Array(2047);
for (let i = 0, power = 2 ** 1023; i < POWERS.length; i++, power /= 2) POWERS[i] = power;

const LN2_HIGH = 0.6931471803691238; // ends in 21 zero bits, so that k times it is exact
const LN2_LOW = 1.9082149292705877e-10;

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/**
 * ln x to within a unit in the last place, for a normal number x > 0.
 *
 * x = 2ᵏ(1 + f) with √½ < 1 + f < √2, and with s = f/(2 + f), ln(1 + f) = f − f²/2 + s(f²/2 + R(s²)), or f − s(f − R).
 */
export function logarithm(x: number): number {
  double[0] = x;
  let high = words[UPPER]!;
  let k = (high >> 20) - 1023;
  high &= 0xfffff;
  k += ((high + 0x95f64) & 0x100000) >> 20;
  const f = x * POWERS[1023 + k]! - 1;
  if ((0xfffff & (2 + high)) < 3) {
    const R = f * f * (0.5 - (1 / 3) * f);
    return k * LN2_HIGH - (R - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - R) - k * LN2_LOW - f);
}

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

/**
 * eˣ to within a unit in the last place, for −700 < x < 700.
 *
 * x = k ln 2 + r with |r| < 0.35, and eʳ = 1 + r + r c/(2 − c) for c = r − r²(P₁ + …).
 */
export function exponential(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28) return 1 + x;
  const k =
    size < 0.5 * Math.LN2 ? 0 : size < 1.5 * Math.LN2 ? Math.sign(x) : Math.trunc(Math.LOG2E * x + Math.sign(x) / 2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return (1 - (low - (r * c) / (2 - c) - high)) * POWERS[1023 - k]!;
}
