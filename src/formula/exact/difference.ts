import { type Expression, freeModes, symbolsOf } from "../expression.ts";
import type { Domain, Symbols } from "../symbols.ts";
import type { Modes } from "../interpret.ts";
import { evaluate, type RationalPoint } from "./evaluate.ts";
import * as F from "./fraction.ts";
import type { Fraction } from "./fraction.ts";

/** A point where two expressions differ, and the value of each: anyone can check it by hand. */
export interface Difference {
  /** Small rational values of the symbols, in their domains. */
  readonly point: RationalPoint;
  /** The value of the left side there. */
  readonly left: Fraction;
  /** The value of the right side there. */
  readonly right: Fraction;
}

const POINTS_TRIED = 60;
const FIRST_TWO: Modes = { j: 0, k: 1 };
const MAGNITUDES: readonly [bigint, bigint][] = [
  [1n, 1n],
  [2n, 1n],
  [1n, 2n],
  [3n, 1n],
  [1n, 3n],
  [3n, 2n],
  [5n, 1n],
];

/**
 * Looks for a point with small rational coordinates, in the symbols' domains, where the two sides differ; null if they
 * agree at every point tried. A term in modes j and k that stands outside any sum is read at the first two modes.
 */
export function findDifference(
  left: Expression,
  right: Expression,
  symbols: Symbols,
  tries = POINTS_TRIED,
): Difference | null {
  const names = new Set([...symbolsOf(left).values(), ...symbolsOf(right).values()].map(({ name }) => name));
  const fewest = [left, right].some((side) => freeModes(side).has("k")) ? 2 : 1;
  for (let attempt = 0; attempt < tries; attempt++) {
    const point = pointFor(names, symbols, attempt, fewest + (attempt % 3));
    try {
      const values = { left: evaluate(left, point, FIRST_TWO), right: evaluate(right, point, FIRST_TWO) };
      if (!F.equal(values.left, values.right)) return { point, ...values };
    } catch (error) {
      if (!(error instanceof F.DivisionByZero)) throw error;
    }
  }
  return null;
}

/**
 * A point where an expression without sums has a sign that it should not have, and its value there, in words; null if there is
 * none among the points tried. Symbols may be narrowed, and may be 0 where they are not positive.
 */
export function findSign(
  expression: Expression,
  sign: "at most 0" | "below 0",
  symbols: Symbols,
  domainOf: (symbol: string) => Domain,
): string | null {
  const written = symbolsOf(expression);
  const names = new Set([...written.values()].map(({ name }) => name));
  const narrowed = (name: string): Domain => {
    const domains = new Set([...written].flatMap(([key, symbol]) => (symbol.name === name ? [domainOf(key)] : [])));
    return NARROWEST.find((domain) => domains.has(domain))!;
  };
  for (let attempt = 0; attempt < POINTS_TRIED; attempt++) {
    const point = pointFor(names, symbols, attempt, 2, (name) => ({ domain: narrowed(name), zero: true }));
    try {
      const value = evaluate(expression, point, FIRST_TWO);
      const found = F.sign(value);
      if (found < 0 || (found === 0 && sign === "at most 0"))
        return `at ${describePoint(point)} it is ${F.show(value)}`;
    } catch (error) {
      if (!(error instanceof F.DivisionByZero)) throw error;
    }
  }
  return null;
}

const NARROWEST = ["positive", "nonzero", "nonnegative", "real"] as const;

interface Drawn {
  readonly domain: Domain;
  /** Whether it may be 0, where its domain has it. */
  readonly zero: boolean;
}

function pointFor(
  names: ReadonlySet<string>,
  symbols: Symbols,
  attempt: number,
  modes: number,
  drawnFrom = (name: string): Drawn => ({ domain: symbols[name]!.domain, zero: false }),
): RationalPoint {
  let state = BigInt(attempt) * 7919n + 12345n;
  const draw = ({ domain, zero }: Drawn): Fraction => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    if (zero && (domain === "nonnegative" || domain === "real") && (state >> 40n) % 5n === 0n) return F.fraction(0n);
    const [numerator, denominator] = MAGNITUDES[Number((state >> 33n) % BigInt(MAGNITUDES.length))]!;
    const negative = (domain === "real" || domain === "nonzero") && ((state >> 50n) & 1n) === 1n;
    return F.fraction(negative ? -numerator : numerator, denominator);
  };
  const scalars: Record<string, Fraction> = {};
  const perMode: Record<string, Fraction[]> = {};
  for (const name of names) {
    const declaration = symbols[name];
    if (declaration === undefined) throw new RangeError(`${name} is not a declared symbol`);
    if (declaration.perMode) perMode[name] = Array.from({ length: modes }, () => draw(drawnFrom(name)));
    else scalars[name] = draw(drawnFrom(name));
  }
  return { modes, scalars, perMode };
}

/** `λ = 1/2, s = (1, 3): left 1/6, right 1/3`. */
export function describeDifference({ point, left, right }: Difference): string {
  return `at ${describePoint(point)} the left side is ${F.show(left)} and the right side ${F.show(right)}`;
}

function describePoint(point: RationalPoint): string {
  const scalars = Object.entries(point.scalars).map(([name, value]) => `${name} = ${F.show(value)}`);
  const modes = Object.entries(point.perMode).map(([name, values]) => `${name} = (${values.map(F.show).join(", ")})`);
  return [...scalars, ...modes].join(", ");
}
