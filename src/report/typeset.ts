import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import katex from "katex";
import type { Display } from "./lines.ts";
import { Markup, markup } from "./markup.ts";

/** An equation wider than this, in letters, is set smaller on paper, where nothing scrolls. */
const LONG = 50;

/** Mathematics on its own line, in a box that scrolls where it is too wide. */
export function displayed({ latex, width }: Display): Markup {
  return markup`<div class="${width > LONG ? "math long" : "math"}">${typeset(latex, true)}</div>`;
}

/** LaTeX as mathematics in a line of text. */
export function inline(latex: string): Markup {
  return typeset(latex, false);
}

function typeset(latex: string, displayMode: boolean): Markup {
  return new Markup(katex.renderToString(latex, { displayMode, output: "htmlAndMathml", strict: "error" }));
}

/** The fonts of KaTeX that this project's formulas can ask for: the file, and what in KaTeX's output calls for it. */
const FONTS = [
  { file: "KaTeX_Main-Regular", needed: /class="katex/ },
  { file: "KaTeX_Math-Italic", needed: /\bmathnormal\b/ },
  { file: "KaTeX_Main-Italic", needed: /\b(?:textit|mathit)\b/ },
  { file: "KaTeX_Main-Bold", needed: /\b(?:textbf|mathbf)\b/ },
  { file: "KaTeX_AMS-Regular", needed: /\b(?:amsrm|mathbb)\b/ },
  { file: "KaTeX_Caligraphic-Regular", needed: /\bmathcal\b/ },
  { file: "KaTeX_Size1-Regular", needed: /\b(?:delimsizing size1|small-op|delim-size1)\b/ },
  { file: "KaTeX_Size2-Regular", needed: /\b(?:delimsizing size2|large-op)\b/ },
  { file: "KaTeX_Size3-Regular", needed: /\bdelimsizing size3\b/ },
  { file: "KaTeX_Size4-Regular", needed: /\b(?:delimsizing size4|delim-size4)\b/ },
] as const;

/** KaTeX's style sheet with the fonts that a page needs in it, as data. */
export function mathematicsStyle(page: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));
  const style = readFileSync(join(folder, "katex.min.css"), "utf8");
  const needed = new Set<string>(FONTS.filter((font) => font.needed.test(page)).map(({ file }) => file));
  return style.replaceAll(/@font-face\{[^}]*\}/g, (rule) => {
    const file = /fonts\/([\w-]+)\.woff2/.exec(rule)![1]!;
    if (!needed.has(file)) return "";
    const font = readFileSync(join(folder, "fonts", `${file}.woff2`)).toString("base64");
    return rule.replace(/src:[^;}]*/, `src:url(data:font/woff2;base64,${font}) format("woff2")`);
  });
}
