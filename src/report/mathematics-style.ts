import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The fonts of KaTeX: the file, and what in KaTeX's output calls for it. */
const FONTS = [
  { file: "KaTeX_Main-Regular", needed: /class="katex/ },
  { file: "KaTeX_Math-Italic", needed: /\bmathnormal\b/ },
  { file: "KaTeX_Math-BoldItalic", needed: /\bboldsymbol\b/ },
  { file: "KaTeX_Main-Italic", needed: /\b(?:textit|mathit)\b/ },
  { file: "KaTeX_Main-Bold", needed: /\b(?:textbf|mathbf)\b/ },
  { file: "KaTeX_Main-BoldItalic", needed: /\btextbf textit\b/ },
  { file: "KaTeX_AMS-Regular", needed: /\b(?:amsrm|mathbb|textbb)\b/ },
  { file: "KaTeX_Caligraphic-Regular", needed: /\bmathcal\b/ },
  { file: "KaTeX_Caligraphic-Bold", needed: /\b(?:mathcal textbf|textbf mathcal)\b/ },
  { file: "KaTeX_Fraktur-Regular", needed: /\b(?:mathfrak|textfrak)\b/ },
  { file: "KaTeX_Fraktur-Bold", needed: /\b(?:mathboldfrak|textboldfrak)\b/ },
  { file: "KaTeX_SansSerif-Regular", needed: /\b(?:mathsf|textsf)\b/ },
  { file: "KaTeX_SansSerif-Bold", needed: /\b(?:mathboldsf|textboldsf)\b/ },
  { file: "KaTeX_SansSerif-Italic", needed: /\b(?:mathitsf|mathsfit|textitsf)\b/ },
  { file: "KaTeX_Script-Regular", needed: /\b(?:mathscr|textscr)\b/ },
  { file: "KaTeX_Typewriter-Regular", needed: /\b(?:mathtt|texttt)\b/ },
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
