import {
  asQuotient,
  type Book,
  containsSum,
  coqName,
  coqTerm,
  type Domain,
  type Expression,
  children,
  type ModeIndex,
  type SymbolDeclaration,
  symbolsOf,
} from "../formula/index.ts";
import { type Denominator, denominatorsOf } from "./denominators.ts";

/** What a lemma says, and how Coq is to prove it. */
export interface Statement {
  /** What the lemma is about: its symbols become variables, with their domains as hypotheses. */
  readonly expressions: readonly Expression[];
  /** What is divided by in these is not to vanish; in all expressions where left out. */
  readonly divided?: readonly Expression[];
  /** Smaller domains that symbols are assumed to lie in: `theta` in every mode, `theta_j` in mode j. */
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
  const { expressions, divided = expressions, where = {}, conclusion } = statement;
  const { doubtful, hidden } = denominatorsOf(divided, (symbol) => {
    const plain = symbol.replace(/_[jk]$/, "");
    return where[symbol] ?? where[plain] ?? book.symbols[plain]!.domain;
  });
  const given = parameters(book, statement, doubtful);
  const head = [`Lemma ${name}`, ...given.flatMap((each) => (each.length < LONG ? [each] : pieces(each))), ":"];
  const proof = [...hidden.map(assertion), ...statement.proof];
  const short = `Proof. ${proof.join(" ")} Qed.`;
  return [
    fill(head, 2),
    `${parts(conclusion)}.`,
    short.length <= WIDTH ? short : `Proof.\n${parts(proof)}\nQed.`,
    "",
  ].join("\n");
}

// The symbols that occur, what is known of each, and what is assumed besides.
function parameters(
  { symbols }: Book,
  { expressions, where = {}, hypotheses = [], bound = [] }: Statement,
  doubtful: readonly Denominator[],
): string[] {
  const names = new Set(expressions.flatMap((each) => [...symbolsOf(each).values()].map((symbol) => symbol.name)));
  const declared = Object.entries(symbols)
    .filter(([name]) => names.has(name) && !bound.includes(name))
    .map(([name, { domain, perMode }]) => ({ name: coqName(name), domain: where[name] ?? domain, perMode }));
  const named = (perMode: boolean): string[] =>
    declared.filter((symbol) => symbol.perMode === perMode).map((symbol) => symbol.name);
  const modes = new Set(expressions.flatMap((expression) => [...openModes(expression)]));
  return [
    ...variables(expressions.some(containsSum) ? ["r"] : [], "nat"),
    ...variables(named(false), "R"),
    ...variables(named(true), "nat -> R"),
    ...variables([...modes].toSorted(), "nat"),
    ...declared.flatMap(domainHypothesis),
    ...Object.entries(where).flatMap(([key, domain]) => modeHypothesis(key, domain)),
    ...hypotheses,
    ...doubtful.map((denominator, i) => `(defined_${i + 1} : ${vanishesNowhere(denominator, true)})`),
  ];
}

// The modes that no sum binds: the k of Σ_j (s_j − s_k) is one.
function openModes(expression: Expression): ReadonlySet<ModeIndex> {
  if (expression.kind === "pairs") return new Set();
  if (expression.kind === "symbol") return new Set(expression.index === null ? [] : [expression.index]);
  const inside = children(expression).flatMap((child) => [...openModes(child)]);
  return new Set(expression.kind === "sum" ? inside.filter((mode) => mode !== "j") : inside);
}

function assertion(denominator: Denominator, i: number): string {
  const certificate = coqTerm(asQuotient(denominator.expression));
  const proof = `intros; apply positive_nonzero; sign_of (${certificate})`;
  return `assert (hidden_${i + 1} : ${vanishesNowhere(denominator, false)}) by (${proof}).`;
}

type Parameter = Pick<SymbolDeclaration, "domain" | "perMode"> & { readonly name: string };

// In every mode, or pair of modes, of the sum that divides by it; among those below r for what is assumed.
function vanishesNowhere({ expression, bound }: Denominator, below: boolean): string {
  const range = { 0: "", 1: `(${bound[0]} < r)%nat -> `, 2: "(j < k < r)%nat -> " }[bound.length];
  const modes = bound.length === 0 ? "" : `forall ${bound.join(" ")}, `;
  return `${modes}${below ? range : ""}${coqTerm(expression)} <> 0`;
}

function variables(names: readonly string[], type: string): string[] {
  return names.length === 0 ? [] : [`(${names.join(" ")} : ${type})`];
}

function domainHypothesis({ name, domain, perMode }: Parameter): string[] {
  const says = inDomain(perMode ? `${name} j` : name, domain);
  return says === null ? [] : [`(${name}_${domain} : ${perMode ? "forall j, " : ""}${says})`];
}

// Of a symbol in one mode.
function modeHypothesis(key: string, domain: Domain): string[] {
  const [, name, mode] = /^(.+)_([jk])$/.exec(key) ?? [];
  return name === undefined ? [] : [`(${key}_${domain} : ${inDomain(`${coqName(name)} ${mode}`, domain)})`];
}

function inDomain(value: string, domain: Domain): string | null {
  return { positive: `0 < ${value}`, nonnegative: `0 <= ${value}`, nonzero: `${value} <> 0`, real: null }[domain];
}

/** A comment that Coq reads over: it would understand quotation marks and nested comments. */
export function comment(text: string, mark = ""): string {
  const safe = text.replaceAll('"', "”").replaceAll("(*", "( *").replaceAll("*)", "* )");
  return fill(`(*${mark} ${safe} *)`.split(" "), 3);
}

function parts(texts: readonly string[]): string {
  return texts.map((text) => fill(pieces(`  ${text}`), 4)).join("\n");
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
