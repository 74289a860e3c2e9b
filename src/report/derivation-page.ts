import type { Derivation, Step } from "../evidence/index.ts";
import { type Book, latex, type Names } from "../formula/index.ts";
import { assumedLatex, assumptionLatex, domainLatex, momentsLatex, stepDisplay, stepText } from "./equations.ts";
import { type Content, type Markup, markup } from "./markup.ts";
import { prose, sentence } from "./prose.ts";
import { settable } from "./settable.ts";
import { displayed, inline, source } from "./typeset.ts";

/**
 * A derivation as numbered steps: what each says, the equation that the kernel decides, and what it is given. A step that is
 * ill-formed, which its verdict says, stands there as it is written.
 */
export function derivationPage(derivation: Derivation, book: Book): Markup {
  const { name, steps, hypotheses = {}, prepare = (same) => same } = derivation;
  const prepared = attempt(() => prepare(book)) ?? book;
  const names = settable(prepared);
  const items = steps.map((step) => {
    const stated =
      attempt(() => markup`${displayed(stepDisplay(step, names))}${givenTo(step, names, hypotheses)}`) ??
      markup`<div class="math">${source(stepText(step))}</div>`;
    return markup`<li><p>${sentence(step.says)}</p>${stated}</li>\n`;
  });
  return markup`<section class="derivation"><h5>${sentence(name)}</h5>
${ownSymbols(book, names)}<ol class="steps">
${items}</ol></section>
`;
}

// What a step assumes beyond the symbols' domains.
function givenTo(step: Step, book: Names, hypotheses: NonNullable<Derivation["hypotheses"]>): Markup | null {
  if ("identity" in step) {
    if (step.given === undefined) return null;
    const assumption = hypotheses[step.given.hypothesis]!;
    const zero = inline(assumptionLatex(assumption, book));
    const times = inline(latex(book, step.given.times));
    return markup`<p class="given">Given that ${prose(assumption.says)}, ${zero}: the sides differ by ${times} times what is zero there.</p>`;
  }
  const assumed = "expectation" in step ? momentsLatex(step, book) : assumedLatex(step, book);
  if (assumed.length === 0) return null;
  return markup`<p class="given">${"expectation" in step ? "With" : "Where"} ${listedMath(assumed)}.</p>`;
}

// The symbols that a derivation brings along, and the formulas that it takes as any numbers whatever.
function ownSymbols(book: Book, prepared: Names): Markup | null {
  const names = Object.keys(prepared.symbols);
  const opaque = names.filter((name) => book.formulas.has(name)).map((name) => domainLatex(prepared, name, "real"));
  const added = names.filter((name) => !(name in book.symbols) && !book.formulas.has(name));
  if (opaque.length + added.length === 0) return null;
  const stand = opaque.length === 1 ? "stands for any number" : "stand for any numbers";
  const list = added.map((name) => {
    const { domain, meaning } = prepared.symbols[name]!;
    return markup`<li>${inline(domainLatex(prepared, name, domain))}${meaning === "" ? null : markup`: ${prose(meaning)}`}</li>`;
  });
  return markup`<div class="given">${
    opaque.length === 0 ? null : markup`<p>Here ${listedMath(opaque)} ${stand}, whatever the theory puts there.</p>`
  }${list.length === 0 ? null : markup`<ul class="symbols">${list}</ul>`}</div>
`;
}

function listedMath(formulas: readonly string[]): Content {
  return formulas.map((formula, i) => [i === 0 ? "" : i === formulas.length - 1 ? " and " : ", ", inline(formula)]);
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
