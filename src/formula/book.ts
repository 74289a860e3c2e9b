import {
  children,
  containsSum,
  type Expression,
  freeModes,
  mapExpression,
  mapSymbols,
  requirePower,
  type SymbolExpression,
  symbolKey,
} from "./expression.ts";
import { differentiate } from "./differentiate.ts";
import { format } from "./format.ts";
import { parse } from "./parse.ts";
import { type Symbols, type SymbolDeclaration } from "./symbols.ts";

/** A closed form of a theory: its name, how it is typeset, what it means, and the one expression it is. */
export interface Formula {
  /** What other formulas call it. */
  readonly name: string;
  /** How its name is typeset. */
  readonly latex: string;
  /** What it is, in words. */
  readonly meaning: string;
  /** As it was written: it may refer to other formulas. */
  readonly expression: Expression;
  /** True where it has one value per mode, as it refers to mode j outside any sum. */
  readonly perMode: boolean;
}

/** How a formula is defined. */
export interface FormulaSource {
  /** How its name is typeset. */
  readonly latex: string;
  /** What it is, in words. */
  readonly meaning: string;
  /** The closed form, in the language of `parse`. */
  readonly text: string;
}

/**
 * The closed forms of one theory over its declared symbols. Each formula is written once and may refer to earlier ones
 * by name; every reading starts from `expand`. Books are immutable: `with` gives a book in which one formula is broken.
 *
 * @example
 * ```ts
 * import { Book, compile, enclose, evaluate, formulaLatex, Fractions, Intervals, scalar } from "sd-theorems";
 *
 * const book = Book.define(
 *   { s: scalar("s", "positive", "squared singular value"), lambda: scalar("\\lambda", "positive", "penalty") },
 *   { a: { latex: "a", meaning: "what ridge keeps", text: "s/(s + lambda)" } },
 * );
 * console.log(compile(book, ["a"])({ s: 3, lambda: 1 }).a); // 0.75
 *
 * const a = book.expand("a");
 * const exactly = { s: Fractions.fraction(1n), lambda: Fractions.fraction(2n) };
 * console.log(Fractions.show(evaluate(a, { modes: 0, perMode: {}, scalars: exactly }))); // 1/3
 * const within = { s: Intervals.interval(1), lambda: Intervals.interval(1, 3) };
 * const { lower, upper } = enclose(a, { modes: 0, perMode: {}, scalars: within });
 * console.log(lower <= 1 / 4, upper >= 1 / 2, upper < 0.501); // true true true
 * console.log(formulaLatex(book, "a")); // a = \frac{s}{s+\lambda}
 * ```
 */
export class Book {
  /** What the formulas are made of, by name. */
  readonly symbols: Symbols;
  /** By name, in the order they were defined. */
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly #expanded = new Map<string, Expression>();
  readonly #derivatives = new Map<string, Expression>();

  private constructor(symbols: Symbols, formulas: ReadonlyMap<string, Formula>) {
    this.symbols = symbols;
    this.formulas = formulas;
  }

  /**
   * A book of formulas, by name; each may refer to those before it.
   *
   * @throws SyntaxError or RangeError, naming the formula, where one cannot be read.
   */
  static define(symbols: Symbols, sources: Readonly<Record<string, FormulaSource>>): Book {
    return new Book(symbols, new Map()).extend({}, sources);
  }

  /** The same book with further symbols and formulas, which may refer to its own. @throws as `define` does. */
  extend(symbols: Symbols, sources: Readonly<Record<string, FormulaSource>>): Book {
    let book = this.declare(symbols);
    for (const [name, { text, latex, meaning }] of Object.entries(sources)) {
      const { expression, perMode } = naming(name, () => {
        const parsed = parse(text);
        return { expression: parsed, perMode: freeModes(book.expand(parsed)).size > 0 };
      });
      book = new Book(book.symbols, new Map(book.formulas).set(name, { name, latex, meaning, expression, perMode }));
    }
    return book;
  }

  /** The formula of that name. @throws RangeError for a name that is not a formula of this book. */
  formula(name: string): Formula {
    const found = this.formulas.get(name);
    if (found === undefined) throw new RangeError(`${name} is not a formula of this book`);
    return found;
  }

  /** The same book with one formula replaced (a mutant). */
  with(name: string, expression: Expression): Book {
    return new Book(this.symbols, new Map(this.formulas).set(name, { ...this.formula(name), expression }));
  }

  /** The same book with further symbols, for a derivation that needs names of its own. */
  declare(symbols: Symbols): Book {
    return new Book({ ...this.symbols, ...symbols }, this.formulas);
  }

  /** The same book in which some formulas are symbols: names that stand for any value, with their content forgotten. */
  opaque(...names: string[]): Book {
    const formulas = new Map(this.formulas);
    const symbols: Record<string, SymbolDeclaration> = { ...this.symbols };
    for (const name of names) {
      const { latex, meaning, perMode } = this.formula(name);
      symbols[name] = { latex, meaning, perMode, domain: "real" };
      formulas.delete(name);
    }
    return new Book(symbols, formulas);
  }

  /**
   * The expression over declared symbols alone: formulas are written out, derivatives and substitutions carried out.
   *
   * @throws RangeError for an unknown name, or a mode index where none belongs (or none where one does).
   */
  expand(source: string | Expression): Expression {
    const expression = typeof source === "string" ? parse(source) : source;
    switch (expression.kind) {
      case "symbol":
        return this.#resolve(expression);
      case "number":
        return expression;
      case "binary":
        return { ...expression, left: this.expand(expression.left), right: this.expand(expression.right) };
      case "negate":
        return { ...expression, argument: this.expand(expression.argument) };
      case "power": {
        const base = this.expand(expression.base);
        requirePower(base, expression.exponent);
        return { ...expression, base };
      }
      case "sum":
      case "pairs": {
        const summand = this.expand(expression.summand);
        if (containsSum(summand)) throw new RangeError(SUM_IN_SUM);
        return { ...expression, summand };
      }
      case "derivative":
        return this.#derivative(this.expand(expression.of), expression.by);
      case "at": {
        const value = this.expand(expression.value);
        const of = this.expand(expression.of);
        requireFree(of, expression.name, value);
        return mapSymbols(of, (symbol) => {
          if (symbol.name !== expression.name) return symbol;
          return symbol.index === "k" ? inModeK(value) : value;
        });
      }
    }
  }

  #derivative(of: Expression, by: string): Expression {
    const key = `${by}: ${format(of)}`;
    const known = this.#derivatives.get(key);
    if (known !== undefined) return known;
    const slope = differentiate(of, by);
    this.#derivatives.set(key, slope);
    return slope;
  }

  #resolve(symbol: SymbolExpression): Expression {
    const declared = ownSymbol(this.symbols, symbol.name) ?? this.formulas.get(symbol.name);
    if (declared === undefined) throw new RangeError(this.#unknown(symbol.name));
    if (declared.perMode !== (symbol.index !== null)) {
      const has = declared.perMode ? "a value per mode" : "one value";
      const meant = declared.perMode ? `${symbol.name}_j` : symbol.name;
      throw new RangeError(`${symbolKey(symbol)}: ${symbol.name} has ${has}; write ${meant}`);
    }
    if (!("expression" in declared)) return symbol;
    const key = symbolKey(symbol);
    const known = this.#expanded.get(key);
    if (known !== undefined) return known;
    const written = this.expand(declared.expression);
    const expanded = symbol.index === "k" ? inModeK(written) : written;
    this.#expanded.set(key, expanded);
    return expanded;
  }

  // theta_i is a name like any other, and not what was meant.
  #unknown(name: string): string {
    const says = `${name} is neither a symbol nor an earlier formula`;
    const [, base] = /^(.+)_[a-z]$/.exec(name) ?? [];
    const meant = base === undefined ? undefined : (this.symbols[base] ?? this.formulas.get(base));
    return meant?.perMode === true ? `${says}; the mode of a sum is called j: write ${base}_j` : says;
  }
}

// What every object has, such as a constructor, is no symbol.
function ownSymbol(symbols: Symbols, name: string): SymbolDeclaration | undefined {
  return Object.hasOwn(symbols, name) ? symbols[name] : undefined;
}

const SUM_IN_SUM = "a sum stands inside a term of a sum";

// In at(sum(lambda*s_j), lambda, theta_j) the j of theta_j is not that of the sum, which would take it for its own.
function requireFree(of: Expression, name: string, value: Expression): void {
  const isScalar = (part: Expression): boolean => part.kind === "symbol" && part.name === name && part.index === null;
  const isIn = (part: Expression): boolean => isScalar(part) || children(part).some(isIn);
  const isInSum = (part: Expression): boolean =>
    part.kind === "sum" || part.kind === "pairs" ? isIn(part) : children(part).some(isInSum);
  if (!isInSum(of)) return;
  if (containsSum(value)) throw new RangeError(SUM_IN_SUM);
  if (freeModes(value).size === 0) return;
  throw new RangeError(
    `at puts ${format(value)} in place of ${name} inside a sum, which would take its mode for its own`,
  );
}

// What goes wrong with a formula is said with its name.
function naming<T>(formula: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
    const message = `formula ${formula}: ${error.message}`;
    throw error instanceof SyntaxError ? new SyntaxError(message) : new RangeError(message);
  }
}

// The same in mode k instead of j; what a sum binds stays as it is.
function inModeK(expression: Expression): Expression {
  return mapExpression(expression, (part) => {
    if (part.kind === "sum" || part.kind === "pairs") return part;
    return part.kind === "symbol" && part.index === "j" ? { ...part, index: "k" } : null;
  });
}
