import type { Claim } from "../evidence/index.ts";
import { type Book, type Expression, children, symbolsOf } from "../formula/index.ts";
import { definitionDisplay, domainLatex } from "./equations.ts";
import { type Markup, markup } from "./markup.ts";
import { prose } from "./prose.ts";
import { settable } from "./settable.ts";
import { displayed, inline } from "./typeset.ts";

/** The formulas that a claim's checks cover, then those that these are made of, then their symbols. */
export function formulasPage({ book, checks }: Claim): Markup | null {
  const covered = new Set(checks.flatMap(({ covers }) => covers));
  if (covered.size === 0) return null;
  const { formulas, symbols } = madeOf(book, covered);
  const typeset = settable(book);
  const define = (names: readonly string[]): Markup[] =>
    names.map(
      (name) =>
        markup`<li>${displayed(definitionDisplay(typeset, name))}<div class="meaning">${prose(book.formula(name).meaning)}</div></li>\n`,
    );
  const [own, others] = [true, false].map((isOwn) => formulas.filter((name) => covered.has(name) === isOwn)) as [
    string[],
    string[],
  ];
  const meanings = symbols.map((name) => {
    const { domain, meaning } = book.symbols[name]!;
    return markup`<li>${inline(domainLatex(typeset, name, domain))}: ${prose(meaning)}</li>`;
  });
  return markup`<section class="formulas"><h4>Formulas</h4>
<ul class="definitions">
${define(own)}</ul>
${others.length === 0 ? null : markup`<p>They are made of</p><ul class="definitions">\n${define(others)}</ul>\n`}<p>${others.length === 0 ? "They are made of" : "and of"} the symbols</p><ul class="symbols">${meanings}</ul></section>
`;
}

// All that the named formulas refer to, in the book's order.
function madeOf(book: Book, names: ReadonlySet<string>): { readonly formulas: string[]; readonly symbols: string[] } {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const formula = book.formulas.get(name);
    if (formula !== undefined) namesIn(formula.expression).forEach(visit);
  };
  names.forEach(visit);
  return {
    formulas: [...book.formulas.keys()].filter((name) => reached.has(name)),
    symbols: Object.keys(book.symbols).filter((name) => reached.has(name)),
  };
}

function namesIn(expression: Expression): string[] {
  const own = [...symbolsOf(expression).values()].map(({ name }) => name);
  // The names that a derivative or a substitution acts on count as well.
  const acted = expression.kind === "derivative" ? [expression.by] : expression.kind === "at" ? [expression.name] : [];
  return [...own, ...acted, ...children(expression).flatMap(namesIn)];
}
