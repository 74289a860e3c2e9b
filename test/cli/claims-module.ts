import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../src/data/index.ts";

let modules = 0;

/** The parts of the claim below as JavaScript: what is not given is as it should be. */
export interface Parts {
  readonly [part: string]: string | undefined;
}

/**
 * Writes a module with one small claim into a folder, some parts of which are other than they should be, and gives its path. Every module is
 * another file: what was loaded once is not loaded again.
 */
export function moduleWith(folder: string, parts: Parts = {}): string {
  const {
    symbolLatex = '"\\\\lambda"',
    latex = '"a"',
    title = '"What ridge keeps falls"',
    source = '"textbook"',
    statement = '"dF/dλ < 0"',
    hypotheses = '["λ > 0"]',
    name = '"the slope"',
    says = '"the slope"',
    meaning = '"what ridge keeps"',
    identity = '["diff(F, lambda)", "-sum(s_j/(s_j + lambda)^2)"]',
    more = "",
  } = parts;
  const index = pathToFileURL(join(packageRoot(), "dist/src/index.js")).href;
  const path = join(folder, `claims-${++modules}.mjs`);
  writeFileSync(
    path,
    `import { Book, claim, derivation, perMode, scalar } from ${JSON.stringify(index)};
const book = Book.define(
  { lambda: scalar(${symbolLatex}, "positive", "penalty"), s: perMode("s", "positive", "square") },
  { a: { latex: ${latex}, meaning: ${meaning}, text: "s_j/(s_j + lambda)" }, F: { latex: "F", meaning: "freedom", text: "sum(a_j)" } });
export const claims = [claim({ id: "example/x", title: ${title}, source: ${source}, statement: ${statement},
  hypotheses: ${hypotheses}, dependsOn: [], book,
  checks: [derivation(book, { name: ${name}, covers: ["a", "F"], steps: [{ says: ${says}, identity: ${identity} }] })] })];
${more}
`,
  );
  return path;
}
