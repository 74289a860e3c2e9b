import {
  asQuotient,
  type Book,
  containsSum,
  coqName,
  coqTerm,
  type Domain,
  type Expression,
  freeModes,
  type SymbolDeclaration,
  symbolsOf,
} from "../formula/index.ts";
import { type Denominator, denominatorsOf } from "./denominators.ts";

/** What a lemma says, and how Coq is to prove it. */
export interface Statement {
  /** What the lemma is about: its symbols become variables, with their domains as hypotheses. */
  readonly expressions: readonly Expression[];
  /** Smaller domains that some symbols are assumed to lie in. */
  readonly where?: Readonly<Record<string, Domain>>;
  /** Further variables and hypotheses, such as `(stationary : slope = 0)`. */
  readonly hypotheses?: readonly string[];
  /** Symbols that are no variables of the lemma, as the conclusion binds them itself. */
  readonly bound?: readonly string[];
  /** Both are given in parts that each start a line. */
  readonly conclusion: readonly string[];
  readonly proof: readonly string[];
}

const WIDTH = 120;
const LONG = 80;

/** `Lemma name (variables) (hypotheses) : conclusion. Proof. … Qed.` */
export function lemma(name: string, book: Book, statement: Statement): string {
  const { expressions, where = {}, hypotheses = [], bound = [], conclusion, proof } = statement;
  const used = expressions.map(symbolsOf);
  const names = new Set(used.flatMap((symbols) => [...symbols.values()].map((symbol) => symbol.name)));
  const declared = Object.entries(book.symbols)
    .filter(([symbol]) => names.has(symbol) && !bound.includes(symbol))
    .map(([symbol, declaration]) => [symbol, { ...declaration, domain: where[symbol] ?? declaration.domain }] as const);
  const domainOf = (symbol: string): Domain => {
    const plain = symbol.replace(/_[jk]$/, "");
    return where[plain] ?? book.symbols[plain]!.domain;
  };
  const modes = new Set(expressions.flatMap((expression) => [...freeModes(expression)]));
  const scalars = declared.filter(([, { perMode }]) => !perMode).map(([symbol]) => coqName(symbol));
  const perMode = declared.filter(([, declaration]) => declaration.perMode).map(([symbol]) => coqName(symbol));
  const { doubtful, hidden } = denominatorsOf(expressions, domainOf);
  const defined = doubtful.map((denominator, i) => `(defined_${i + 1} : ${vanishesNowhere(denominator, true)})`);
  const shown = hidden.map((denominator, i) => {
    const certificate = coqTerm(asQuotient(denominator.expression));
    const proof = `intros; apply positive_nonzero; sign_of (${certificate})`;
    return `assert (hidden_${i + 1} : ${vanishesNowhere(denominator, false)}) by (${proof}).`;
  });
  const given = [
    ...variables(expressions.some(containsSum) ? ["r"] : [], "nat"),
    ...variables(scalars, "R"),
    ...variables(perMode, "nat -> R"),
    ...variables([...modes].toSorted(), "nat"),
    ...declared.flatMap(([symbol, declaration]) => domainHypothesis(coqName(symbol), declaration)),
    ...hypotheses,
    ...defined,
  ];
  const head = fill(
    [`Lemma ${name}`, ...given.flatMap((each) => (each.length < LONG ? [each] : pieces(each))), ":"],
    2,
  );
  const says = conclusion.map((part) => fill(pieces(`  ${part}`), 4)).join("\n");
  const tactics = [...shown, ...proof].map((part) => fill(pieces(`  ${part}`), 4)).join("\n");
  const whole = `Proof. ${[...shown, ...proof].join(" ")} Qed.`;
  return `${head}\n${says}.\n${whole.length <= WIDTH ? whole : `Proof.\n${tactics}\nQed.`}\n`;
}

// In every mode, or pair of modes, of the sum that divides by it; among those below r for what is assumed.
function vanishesNowhere({ expression, bound }: Denominator, below: boolean): string {
  const range = { 0: "", 1: `(${bound[0]} < r)%nat -> `, 2: "(j < k < r)%nat -> " }[bound.length];
  const modes = bound.length === 0 ? "" : `forall ${bound.join(" ")}, `;
  return `${modes}${below ? range : ""}${coqTerm(expression)} <> 0`;
}

function variables(names: readonly string[], type: string): string[] {
  return names.length === 0 ? [] : [`(${names.join(" ")} : ${type})`];
}

function domainHypothesis(name: string, { domain, perMode }: SymbolDeclaration): string[] {
  const value = perMode ? `${name} j` : name;
  const says = { positive: `0 < ${value}`, nonnegative: `0 <= ${value}`, nonzero: `${value} <> 0`, real: null }[domain];
  return says === null ? [] : [`(${name}_${domain} : ${perMode ? "forall j, " : ""}${says})`];
}

/** A comment that Coq reads over: it would understand quotation marks and nested comments. */
export function comment(text: string, mark = ""): string {
  const safe = text.replaceAll('"', "”").replaceAll("(*", "( *").replaceAll("*)", "* )");
  return fill(`(*${mark} ${safe} *)`.split(" "), 3);
}

// A term is broken before its operators alone.
function pieces(term: string): string[] {
  return term.split(/ (?=(?:[-+*/=<]|<=|:|->) )/);
}

function fill(units: readonly string[], indent: number): string {
  const lines: string[] = [];
  let line: string | null = null;
  for (const unit of units) {
    if (line === null) line = unit;
    else if (line.length + 1 + unit.length <= WIDTH) line += ` ${unit}`;
    else {
      lines.push(line);
      line = " ".repeat(indent) + unit;
    }
  }
  return [...lines, line ?? ""].join("\n");
}
