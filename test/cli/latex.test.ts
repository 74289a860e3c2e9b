import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { moduleWith } from "./claims-module.ts";
import { type Run, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "latex-"));
afterAll(() => rmSync(folder, { recursive: true }));

let reports = 0;

/** A report in every form on a claim: what is said, and the page. */
async function reported(claims: string): Promise<Run & { readonly page: () => string }> {
  const out = join(folder, String(++reports));
  const args = ["report", "--claims", claims, "--workers", "1", "--out", out, "--format", "html,markdown,junit"];
  const run = await sdTheoremsHere(args);
  return { ...run, page: () => readFileSync(join(out, "index.html"), "utf8") };
}

/** The words of a page that set mathematics in typewriter letters, or that stand for a whole formula. */
function textsIn(page: string): string {
  return page
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00A0", " ");
}

describe("LaTeX that KaTeX cannot set is shown as text, and the report is made", () => {
  test.each([
    ["a command that it does not know", String.raw`\mathbbm{1}`],
    ["a bracket that is not closed", String.raw`\frac{`],
    ["a letter that no mathematics has", "é"],
    ["a script that no mathematics has", "中"],
    ["a bracket that was not opened", "a}{b"],
    ["a column where there is none", "a & b"],
    ["a macro that calls itself", String.raw`\def\a{\a}\a`],
    ["a macro of its own", String.raw`\newcommand{\q}{q}\q`],
    ["a link", String.raw`\href{https://example.org}{q}`],
    ["a picture", String.raw`\includegraphics{q.png}`],
    ["an attribute of HTML", String.raw`\htmlData{q=1}{q}`],
    ["a script of HTML", String.raw`\text{<script>alert(1)</script>`],
    ["two exponents", "a^b^c"],
  ])("%s", async (_, latex) => {
    const { status, stderr, page } = await reported(moduleWith(folder, { latex: JSON.stringify(latex) }));
    expect(status).toBe(0);
    expect(stderr).toMatch(/^(?:.*\d+ checks to do|\d+\/\d+ .*)?\n/);
    expect(stderr).not.toContain("LaTeX");
    expect(textsIn(page()).replaceAll("&lt;", "<")).toContain(latex);
    expect(page()).not.toContain("<script>alert");
    expect(page()).not.toMatch(/href="https:\/\/example|<img|data-q=|katex-error|#cc0000/);
  });

  test("nothing at all: the name that the formula has in the book stands for it", async () => {
    const { status, page } = await reported(moduleWith(folder, { latex: '" "' }));
    expect(status).toBe(0);
    expect(page()).toContain('<span class="mord text"><span class="mord texttt">a</span></span>');
  });

  test("characters that are not seen: they are spelled out", async () => {
    const { status, page } = await reported(moduleWith(folder, { latex: String.raw`"\\text{a\u202e\u0007}"` }));
    expect(status).toBe(0);
    expect(textsIn(page())).toContain(String.raw`\text{a\u202e\u0007}`);
    for (const character of ["\u0007", "\u202e"]) expect(page()).not.toContain(character);
  });

  test("brackets nested beyond any stack, and LaTeX as long as a book", async () => {
    for (const latex of ['"{".repeat(15_000)', '"a".repeat(100_000)']) {
      expect((await reported(moduleWith(folder, { latex }))).status).toBe(0);
    }
  });

  test("that of a symbol as well, and what is around it is set as mathematics all the same", async () => {
    const { status, page } = await reported(moduleWith(folder, { symbolLatex: String.raw`"\\nosuch"` }));
    expect(status).toBe(0);
    expect(textsIn(page())).toContain(String.raw`\nosuch`);
    expect(page()).toContain("<munder>");
    expect(page()).not.toContain("<code>\\frac");
  });
});

test("LaTeX that KaTeX can set keeps its fonts: they are in the page", async () => {
  const { page } = await reported(
    moduleWith(folder, { latex: String.raw`"\\mathfrak{a}"`, symbolLatex: String.raw`"\\mathsf{l}"` }),
  );
  const fonts = [...page().matchAll(/@font-face\{[^}]*font-family:"?(\w+)/g)].map(([, family]) => family);
  expect(fonts).toEqual(expect.arrayContaining(["KaTeX_Fraktur", "KaTeX_SansSerif"]));
  expect(fonts).not.toContain("KaTeX_Script");
});

test("a step that is ill-formed stands in the page as it is written", async () => {
  const { derivationPage } = await import("../../src/report/derivation-page.ts");
  const { book } = await import("../evidence/fixtures.ts");
  const written = {
    name: "n",
    covers: [],
    prepare: () => {
      throw new Error("cannot be prepared");
    },
    steps: [
      { says: "no such name", identity: ["nosuch", "x <"] as const },
      { says: "no such hypothesis", identity: ["x", "x"] as const, given: { hypothesis: "h", times: "1" } },
      { says: "no such sign", sign: { of: "nosuch", is: "nonnegative" as const } },
      { says: "no such moment", expectation: { of: "nosuch", over: "x", moments: ["1"], equals: "y" } },
      { says: "as it should be", identity: ["area", "x*x"] as const },
    ],
  };
  const { text } = derivationPage(written, book);
  for (const shown of ["nosuch = x &lt;", "x = x", "nosuch ≥ 0", "sum(E[nosuch]) = y"]) {
    expect(text).toContain(`<code>${shown}</code>`);
  }
  expect(text.match(/class="katex"/g)).toHaveLength(1);
});

describe("fields of a claim that are not what they should be are refused before anything is checked", () => {
  test.each([
    [{ hypotheses: "[5]" }, "its hypotheses[0] is 5; expected words"],
    [{ name: "undefined" }, "its checks[0].name is undefined; expected words"],
    [{ says: "undefined" }, "its checks[0].derivation.steps[0].says is undefined; expected words"],
    [{ latex: "undefined" }, "its book.formulas.a.latex is undefined; expected text"],
    [{ meaning: "null" }, "its book.formulas.a.meaning is null; expected text"],
    [{ title: "Symbol('t')" }, "its title is Symbol(t); expected words"],
  ])("%j", async (parts, why) => {
    const claims = moduleWith(folder, parts);
    const { status, stdout, stderr } = await reported(claims);
    expect([status, stdout]).toEqual([2, ""]);
    // Where the module makes the claim itself, it is the module that cannot be loaded.
    expect(stderr).toMatch(/^sd-theorems: [^\n]+\n$/);
    expect(stderr).toContain(`claim "example/x": ${why}`);
  });
});
