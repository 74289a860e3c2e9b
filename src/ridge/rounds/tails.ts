/*
 * The tails of k rounds with imitation parameters ξ_1, …, ξ_k are T_i = ξ_k ξ_{k−1} ⋯ ξ_{k−i+1}, i = 1, …, k: the
 * last student's shortfall is b(1 + T_1 a + … + T_k aᵏ). So the error is a quadratic in the tails, and
 * ξ_{k−i+1} = T_i/T_{i−1} with T_0 = 1 leads back from them: to every list of tails with no zero before a non-zero one.
 */

/** What is needed of numbers here. */
export interface Quotients<T> {
  readonly one: T;
  readonly zero: T;
  readonly isZero: (value: T) => boolean;
  readonly quotient: (numerator: T, denominator: T) => T;
}

/** The imitation parameters of given tails; or which tail (from 1) is zero, and which later one is not. */
export type Parameters<T> =
  { readonly xis: readonly T[] } | { readonly xis: null; readonly vanishing: number; readonly later: number };

/**
 * ξ_1, …, ξ_k from T_1, …, T_k. Where all tails from some T_i on are zero, ξ_{k−i+1} is zero: that round starts again from
 * the teacher, and the parameters of the rounds before it, which no longer matter, are taken to be 0.
 */
export function parametersOf<T>(tails: readonly T[], { one, zero, isZero, quotient }: Quotients<T>): Parameters<T> {
  const vanishing = tails.findIndex(isZero);
  const later = tails.findLastIndex((tail) => !isZero(tail));
  if (vanishing >= 0 && vanishing < later) return { xis: null, vanishing: vanishing + 1, later: later + 1 };
  const fromLast = tails.map((tail, i) => (i > later ? zero : quotient(tail, tails[i - 1] ?? one)));
  return { xis: fromLast.toReversed() };
}
