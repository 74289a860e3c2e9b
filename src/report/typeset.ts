import katex from "katex";
import { visible } from "../data/index.ts";
import type { Display } from "./lines.ts";
import { Markup, markup } from "./markup.ts";

/** An equation wider than this, in letters, is set smaller on paper, where nothing scrolls. */
const LONG = 50;

/** Mathematics on its own line, in a box that scrolls where it is too wide; as its LaTeX where it cannot be set. */
export function displayed({ latex, width }: Display): Markup {
  return markup`<div class="${width > LONG ? "math long" : "math"}">${typeset(latex, true) ?? source(latex)}</div>`;
}

/** LaTeX as mathematics in a line of text; as it is written where it cannot be set. */
export function inline(latex: string): Markup {
  return typeset(latex, false) ?? source(latex);
}

/** Whether LaTeX can be set by itself. */
export function canBeSet(latex: string): boolean {
  return latex.trim() !== "" && typeset(latex, false) !== null;
}

/** What was to be set, as text. */
export function source(text: string): Markup {
  return markup`<code>${text}</code>`;
}

/** LaTeX longer than this, in characters, is no formula that anybody would read. */
const LONGEST = 20_000;

/** Macros of a formula's own: a few of them can grow without bound, and the theory has symbols for what they are for. */
const MACROS = /\\(?:[gex]?def|let|futurelet|global|(?:re)?newcommand|providecommand)(?![A-Za-z])/;

/** The mathematics, or null where KaTeX refuses the LaTeX, or would set it other than as it is meant. */
function typeset(latex: string, displayMode: boolean): Markup | null {
  if (latex.length > LONGEST || MACROS.test(latex) || visible(latex) !== latex) return null;
  let isWhole = true;
  // Links and pictures, which a formula here has no use for, would be set as an error.
  const trust = (): boolean => (isWhole = false);
  const unheard = muted(() => (isWhole = false));
  try {
    const options = { displayMode, output: "htmlAndMathml", strict: "error", maxSize: 50, trust } as const;
    const text = katex.renderToString(latex, options);
    return isWhole ? new Markup(text) : null;
  } catch {
    // Besides what it calls a parse error: brackets nested too deeply for its stack.
    return null;
  } finally {
    unheard();
  }
}

// A letter that no font has is warned of on the console, and nowhere else.
function muted(onWarning: () => void): () => void {
  const terminal = globalThis.console;
  // oxlint-disable-next-line typescript/unbound-method -- it is put back where it was
  const { warn } = terminal;
  terminal.warn = onWarning;
  return () => {
    terminal.warn = warn;
  };
}
