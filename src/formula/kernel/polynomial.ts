/**
 * Polynomials with integer coefficients, exactly: a map from monomials to non-zero BigInt coefficients.
 *
 * A monomial is a string whose i-th character code is the exponent of the i-th variable (no trailing zeros), so equal
 * monomials are equal strings. Variables are numbered in the order they are first met.
 */
export type Polynomial = ReadonlyMap<string, bigint>;

const variableNames: string[] = [];
const MAX_EXPONENT = 0xffff;

export const zero: Polynomial = new Map();
export const one: Polynomial = new Map([["", 1n]]);

export function constant(value: bigint): Polynomial {
  return value === 0n ? zero : new Map([["", value]]);
}

export function variable(name: string): Polynomial {
  return new Map([[monomialOf(name), 1n]]);
}

function monomialOf(name: string): string {
  let position = variableNames.indexOf(name);
  if (position < 0) position = variableNames.push(name) - 1;
  return "\0".repeat(position) + "\u0001";
}

export function add(left: Polynomial, right: Polynomial, factor = 1n): Polynomial {
  const result = new Map(left);
  for (const [monomial, coefficient] of right) accumulate(result, monomial, factor * coefficient);
  return result;
}

export function multiply(left: Polynomial, right: Polynomial): Polynomial {
  if (left === one) return right;
  if (right === one) return left;
  const result = new Map<string, bigint>();
  for (const [m, c] of left) {
    for (const [n, d] of right) accumulate(result, multiplyMonomials(m, n), c * d);
  }
  return result;
}

export function power(base: Polynomial, exponent: number): Polynomial {
  let result = one;
  for (let i = 0; i < exponent; i++) result = multiply(result, base);
  return result;
}

function accumulate(terms: Map<string, bigint>, monomial: string, coefficient: bigint): void {
  const sum = (terms.get(monomial) ?? 0n) + coefficient;
  if (sum === 0n) terms.delete(monomial);
  else terms.set(monomial, sum);
}

function multiplyMonomials(left: string, right: string): string {
  const [long, short] = left.length >= right.length ? [left, right] : [right, left];
  let product = "";
  for (let i = 0; i < short.length; i++) {
    const exponent = long.charCodeAt(i) + short.charCodeAt(i);
    if (exponent > MAX_EXPONENT) throw new RangeError(`exponent ${exponent} is above ${MAX_EXPONENT}`);
    product += String.fromCharCode(exponent);
  }
  return product + long.slice(short.length);
}

/** The variables of a monomial with their exponents. */
export function factorsOf(monomial: string): [name: string, exponent: number][] {
  const factors: [string, number][] = [];
  for (let i = 0; i < monomial.length; i++) {
    if (monomial.charCodeAt(i) > 0) factors.push([variableNames[i]!, monomial.charCodeAt(i)]);
  }
  return factors;
}

/** The exponent of one variable in a monomial. */
export function degreeIn(name: string, monomial: string): number {
  return factorsOf(monomial).find(([factor]) => factor === name)?.[1] ?? 0;
}

/** The polynomial with every variable renamed. */
export function rename(polynomial: Polynomial, newName: (name: string) => string): Polynomial {
  const result = new Map<string, bigint>();
  for (const [monomial, coefficient] of polynomial) {
    const factors = factorsOf(monomial).map(([name, exponent]) => power(variable(newName(name)), exponent));
    const [renamed] = factors.reduce(multiply, one).keys();
    accumulate(result, renamed!, coefficient);
  }
  return result;
}

/** Equal for equal polynomials and only for them. */
export function fingerprint(polynomial: Polynomial): string {
  return JSON.stringify([...polynomial].map(([monomial, coefficient]) => `${coefficient}·${monomial}`).toSorted());
}
