import { describe, expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { type Derivation, domainsOf, equationsOf, type SignStep, type Step } from "../../src/evidence/index.ts";
import {
  type Book,
  evaluate,
  type Expression,
  type Fraction,
  Fractions,
  hasPart,
  parse,
  type RationalPoint,
  type SymbolExpression,
  symbolKey,
  symbolsOf,
} from "../../src/formula/index.ts";

/*
 * A sign step is about the theory's formulas, not about one that was typed anew beside them. So what it certifies is
 * - a part of what another step of the same derivation states: the kernel has proved that it is what the formulas make it, or
 * - written in names of the theory's book alone, at least one of them a formula's.
 * What the derivation declares for itself, a slack or a gap, comes in through `at`, as an equation about the formula.
 */

interface Sign {
  readonly step: SignStep;
  readonly derivation: Derivation;
  readonly book: Book;
  readonly prepared: Book;
}

const signs: [string, Sign][] = claims.flatMap(({ id, book, checks }) =>
  checks.flatMap(({ derivation }) =>
    (derivation?.steps ?? []).flatMap((step): [string, Sign][] => {
      if (!("sign" in step)) return [];
      const prepared = (derivation!.prepare ?? ((same: Book) => same))(book);
      return [[`${id}, ${derivation!.name}: ${step.says}`, { step, derivation: derivation!, book, prepared }]];
    }),
  ),
);

function statedIn(steps: readonly Step[]): Expression[] {
  return steps.flatMap((step) => {
    if ("identity" in step) return step.identity.map((side) => parse(side));
    return "expectation" in step ? [parse(step.expectation.of), parse(step.expectation.equals)] : [];
  });
}

// −f is as good as f.
const withoutMinus = (expression: Expression): Expression =>
  expression.kind === "negate" ? expression.argument : expression;

function isAnchored({ step, derivation, book }: Sign): boolean {
  const of = withoutMinus(parse(step.sign.of));
  if (statedIn(derivation.steps).some((stated) => hasPart(stated, of))) return true;
  const names = [...symbolsOf(of).values()].map(({ name }) => name);
  const isOfTheory = (name: string): boolean => book.symbols[name] !== undefined || book.formulas.has(name);
  return names.every(isOfTheory) && names.some((name) => book.formulas.has(name));
}

test("there are sign steps, and many of them replace something", () => {
  expect(signs.length).toBeGreaterThan(80);
  expect(signs.filter(([, { step }]) => step.sign.at !== undefined).length).toBeGreaterThan(40);
});

test.each(signs)("%s: is about the theory's formulas, none typed anew", (_, sign) => {
  expect(isAnchored(sign), sign.step.sign.of).toBe(true);
});

test("what is typed anew is found out", () => {
  const [, sign] = signs.find(([name]) => name.includes("a positive number") || name.includes("S falls"))!;
  const typed = (of: string): boolean => isAnchored({ ...sign, step: { says: "", sign: { of, is: "positive" } } });
  expect(typed("logitBad")).toBe(true);
  expect(typed("(1 - c)*gap + c*alphaBad")).toBe(false); // a name of the derivation's own
  expect(typed("(1 - c)*alphaBad + c*m*alphaBad")).toBe(false); // no formula, and nothing that a step states
});

test.each(signs)("%s: signal is somewhere, never everywhere", (_, { step, prepared }) => {
  const everywhere = Object.keys(step.sign.where ?? {}).filter((name) => prepared.symbols[name]?.perMode === true);
  expect(everywhere).toEqual([]);
});

const VALUES = [2, 1, 3, 1 / 2, 3 / 2, 5, 1 / 4].map((value) => Fractions.fromNumber(value));
const [ZERO, ONE] = [Fractions.fraction(0n), Fractions.fraction(1n)];

/** The values of symbols, those of modes j and k apart. */
type Place = Map<string, Fraction>;

function valueOf(expression: Expression, place: Place): Fraction {
  const scalars: Record<string, Fraction> = {};
  const perMode: Record<string, Fraction[]> = {};
  for (const { name, index } of symbolsOf(expression).values()) {
    if (index === null) scalars[name] = place.get(name)!;
    else perMode[name] = ["j", "k"].map((mode) => place.get(`${name}_${mode}`) ?? ONE);
  }
  return evaluate(expression, { modes: 2, scalars, perMode } satisfies RationalPoint, { j: 0, k: 1 });
}

/** The value of one symbol for which an expression that is linear in it has a given value. */
function solved(expression: Expression, key: string, wanted: Fraction, place: Place): Fraction {
  const at = (value: Fraction): Fraction => valueOf(expression, new Map(place).set(key, value));
  const [none, one] = [at(ZERO), at(ONE)];
  const slope = Fractions.subtract(one, none);
  return Fractions.multiply(Fractions.subtract(wanted, none), Fractions.reciprocal(slope));
}

/** A place where all equations of a step hold and every symbol is in its domain; null where none is found. */
function placeFor({ step, prepared, book }: Sign): Place | null {
  const equations = equationsOf(step, prepared);
  const domainOf = domainsOf(step, prepared);
  const all = new Map<string, SymbolExpression>();
  for (const each of [prepared.expand(step.sign.of), ...equations.flatMap(({ part, value }) => [part, value])]) {
    for (const symbol of symbolsOf(each).values()) all.set(symbolKey(symbol), symbol);
  }
  const isOwn = (key: string): boolean => {
    const name = all.get(key)!.name;
    return book.symbols[name] === undefined && !book.formulas.has(name);
  };
  // A symbol that is replaced has its value; where a formula is, the derivation's own symbol in the value is what is solved for.
  const defined = equations.flatMap(({ part, value }) =>
    part.kind === "symbol" ? [{ key: symbolKey(part), value }] : [],
  );
  const solvedFor = equations.flatMap(({ part, value }) => {
    if (part.kind === "symbol") return [];
    const key = [...symbolsOf(value).keys()].find(isOwn)!;
    return [{ key, part, value }];
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    const place: Place = new Map(
      [...all.keys()].map((key, i) => {
        const value = VALUES[(attempt * (i + 1) + i * i + (attempt >> 3)) % VALUES.length]!;
        const mayBeNegative = ["real", "nonzero"].includes(domainOf(key));
        return [key, mayBeNegative && ((attempt >> (i % 5)) & 1) === 1 ? Fractions.negate(value) : value];
      }),
    );
    for (const { key, value } of defined) place.set(key, valueOf(value, place));
    for (const { key, part, value } of solvedFor) place.set(key, solved(value, key, valueOf(part, place), place));
    const holds = equations.every(({ part, value }) => Fractions.equal(valueOf(part, place), valueOf(value, place)));
    const inDomains = [...place].every(([key, value]) => {
      const sign = Fractions.sign(value);
      return { positive: sign > 0, nonnegative: sign >= 0, nonzero: sign !== 0, real: true }[domainOf(key)];
    });
    if (holds && inDomains) return place;
  }
  return null;
}

describe("what a sign step assumes is true somewhere: it is said of something, and holds there", () => {
  test.each(signs.filter(([, { step }]) => step.sign.at !== undefined))("%s", (_, sign) => {
    const place = placeFor(sign);
    expect(place).not.toBeNull();
    const value = valueOf(sign.prepared.expand(sign.step.sign.of), place!);
    expect(Fractions.sign(value)).toBeGreaterThanOrEqual(sign.step.sign.is === "positive" ? 1 : 0);
  });
});
