import type { Derivation, Step } from "../evidence/index.ts";
import { type Book, latex } from "../formula/index.ts";
import { assumedLatex, assumptionLatex, domainLatex, momentsLatex, stepDisplay } from "./equations.ts";
import { type Content, type Markup, markup } from "./markup.ts";
import { prose, sentence } from "./prose.ts";
import { displayed, inline } from "./typeset.ts";

/** A derivation as numbered steps: what each says, the equation that the kernel decides, and what it is given. */
export function derivationPage(derivation: Derivation, book: Book): Markup {
  const { name, steps, hypotheses = {}, prepare = (same) => same } = derivation;
  const prepared = prepare(book);
  const items = steps.map((step) => {
    const given = givenTo(step, prepared, hypotheses);
    return markup`<li><p>${sentence(step.says)}</p>${displayed(stepDisplay(step, prepared))}${given}</li>\n`;
  });
  return markup`<section class="derivation"><h5>${sentence(name)}</h5>
${ownSymbols(book, prepared)}<ol class="steps">
${items}</ol></section>
`;
}

// What a step assumes beyond the symbols' domains.
function givenTo(step: Step, book: Book, hypotheses: NonNullable<Derivation["hypotheses"]>): Markup | null {
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
function ownSymbols(book: Book, prepared: Book): Markup | null {
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
