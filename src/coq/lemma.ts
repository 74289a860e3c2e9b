import {
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
import { doubtfulDenominators } from "./denominators.ts";

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
  const defined = doubtfulDenominators(expressions, domainOf).map(({ expression, bound: inModes }, i) => {
    const below = { "": "", j: "forall j, (j < r)%nat -> ", k: "forall k, (k < r)%nat -> " } as const;
    const both = "forall j k, (j < k < r)%nat -> ";
    const quantifier = inModes.length === 2 ? both : below[inModes[0] ?? ""];
    return `(defined_${i + 1} : ${quantifier}${coqTerm(expression)} <> 0)`;
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
  const tactics = proof.map((part) => fill(pieces(`  ${part}`), 4)).join("\n");
  const whole = `Proof. ${proof.join(" ")} Qed.`;
  return `${head}\n${says}.\n${whole.length <= WIDTH ? whole : `Proof.\n${tactics}\nQed.`}\n`;
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
