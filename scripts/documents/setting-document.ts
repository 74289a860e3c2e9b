/** docs/setting.md: symbols and formulas of the theories, typeset as the books that are computed with have them. */
import { join } from "node:path";
import { packageRoot } from "../../src/data/index.ts";
import { type Book, latex } from "../../src/formula/index.ts";
import { logisticBook } from "../../src/logistic/index.ts";
import { domainLatex } from "../../src/report/equations.ts";
import { ridgeBook } from "../../src/ridge/index.ts";
import { plain, withGenerated } from "./generated.ts";

/** Where it is. */
export const DOCUMENT = join(packageRoot(), "docs", "setting.md");

/** The document with its tables made anew. */
export async function withFormulas(text: string): Promise<string> {
  return withGenerated(text, {
    "ridge-symbols": symbols(ridgeBook),
    "ridge-formulas": formulas(ridgeBook),
    "logistic-symbols": symbols(logisticBook),
    "logistic-formulas": formulas(logisticBook),
  });
}

function symbols(book: Book): string {
  const rows = Object.entries(book.symbols).map(
    ([name, { domain, meaning }]) => `| \`${name}\` | $${domainLatex(book, name, domain)}$ | ${plain(meaning)} |`,
  );
  return ["| name | symbol | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

function formulas(book: Book): string {
  const rows = [...book.formulas.values()].map(({ name, perMode, expression, meaning }) => {
    const left = latex(book, perMode ? `${name}_j` : name);
    return `| \`${name}\` | $${left} = ${inCell(latex(book, expression))}$ | ${plain(meaning)} |`;
  });
  return ["| name | formula | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

/** LaTeX without the bar, which would end a cell of the table. */
function inCell(text: string): string {
  return text.replaceAll("|", String.raw`\vert `);
}
