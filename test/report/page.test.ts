import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { packageRoot } from "../../src/data/index.ts";
import { escape } from "../../src/report/markup.ts";
import { groundsSentence } from "../../src/report/grounds.ts";
import { verdictSentence } from "../../src/report/overview.ts";
import { htmlReport } from "../../src/report/page.ts";
import { prose, sentence } from "../../src/report/prose.ts";
import type { Report } from "../../src/run/index.ts";
import { derivations, everything, mixed, pageOfDerivations, settled } from "./sample.ts";

const all = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, found]) => found!);

/** The page without the scripts and styles, which are not about claims. */
const bodyOf = (page: string): string => page.slice(page.indexOf("<body"), page.lastIndexOf("<script>"));

const articleOf = (page: string, id: string): string => {
  const start = page.indexOf(`<article id="${id}"`);
  return start < 0 ? "" : page.slice(start, page.indexOf("</article>", start));
};

test.each(claims.map(({ id, ...claim }) => [id, claim] as const))(
  "the page of %s has its title, statement, hypotheses, formulas and every step of its derivations",
  (id, { title, source, statement, hypotheses, book, checks }) => {
    const article = articleOf(pageOfDerivations(), id);
    for (const text of [title, source, statement, ...hypotheses]) expect(article).toContain(prose(text).text);
    for (const name of new Set(checks.flatMap(({ covers }) => covers))) {
      expect(article).toContain(prose(book.formula(name).meaning).text);
    }
    const steps = checks.flatMap(({ derivation }) => derivation?.steps ?? []);
    for (const { says } of steps) expect(article).toContain(`<li><p>${sentence(says).text}</p><div class="math`);
    expect(article).toContain(
      `npx sd-theorems check ${id}${steps.length > 0 ? " --evidence derivation" : ""} --seed 1`,
    );
  },
);

test("the equations of the steps are typeset from the steps themselves", () => {
  const article = articleOf(pageOfDerivations(), "ridge/optimal-xi");
  expect(article).toContain(
    escape("e = \\left. e \\right|_{\\xi = 0} - 2 N \\xi + D \\xi^{2}").replaceAll("&#39;", "'"),
  );
});

test("every link within the page leads somewhere, and every name of a place is unique", () => {
  for (const page of [pageOfDerivations(), htmlReport(mixed(), { claims, figures: [] })]) {
    const places = all(/\sid="([^"]+)"/g, bodyOf(page));
    expect(new Set(places).size).toBe(places.length);
    const links = all(/href="#([^"]+)"/g, page);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !places.includes(link))).toEqual([]);
    const labels = all(/aria-labelledby="([^"]+)"/g, page);
    expect(labels.filter((label) => !places.includes(label))).toEqual([]);
  }
});

test("the page refers to nothing outside it", () => {
  const page = pageOfDerivations();
  expect(all(/(?:src|href)="((?!#|data:)[^"]*)"/g, page)).toEqual([]);
  expect(all(/url\(([^)]{0,12})/g, page).filter((url) => !url.startsWith("data:") && !url.startsWith("#"))).toEqual([]);
  expect(page).not.toMatch(/@import/);
});

test("headings go down by one level at a time, from a single first one", () => {
  const levels = all(/<h([1-6])[ >]/g, pageOfDerivations()).map(Number);
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([]);
});

test("the same report gives the same page", () => {
  expect(htmlReport(mixed(), { claims })).toBe(htmlReport(structuredClone(mixed()), { claims }));
});

test("what is refuted, not decided or not checked is said first, and where it matters", () => {
  const page = htmlReport(mixed(), { claims, figures: [] });
  const summary = `Of the 4 claims checked here, of ${claims.length}, 3 are refuted`;
  expect(page).toContain(`${summary} (ridge/student-estimator, ridge/path-tangent and ridge/two-modes)`);
  expect(articleOf(page, "ridge/two-modes")).toContain(
    "It falls with ridge/student-estimator, which is refuted: it rests on it.",
  );
  expect(articleOf(page, "logistic/student-threshold")).toContain(
    "It waits for logistic/reduction and logistic/teacher-threshold, which it rests on and which were not checked in this run.",
  );
  const kinds = all(/<span class="badge (\w+)">/g, articleOf(page, "logistic/student-threshold"));
  expect(kinds).toEqual(["conditional"]);
});

test("the summary counts what was checked, and says what became of formulas that nothing noticed to be broken", () => {
  const text = groundsSentence(claims, everything());
  expect(text).toMatch(
    /^What was checked: 9 exact derivation steps, .*; 3 properties of random problems; 2 counterexamples to /,
  );
  const [first, ...others] = everything().claims;
  const survivor = { formula: "g", change: "a → b", because: "none" };
  const evidence = first!.evidence.map((item, i) =>
    i < first!.evidence.length - 1
      ? item
      : { ...item, mutants: { caught: 60, total: 62, survivors: [survivor, survivor] } },
  );
  const missed = { claims: [{ ...first!, evidence }, ...others] };
  expect(groundsSentence(claims, missed)).toMatch(
    /times it was noticed; why it could not be the other 2 times is computed\.$/,
  );
});

test("what data brings along is never markup", () => {
  const hostile = `</style><script>alert(1)</script><img src=x onerror="alert(2)">&amp;'"`;
  const { claims: results, ...rest } = mixed();
  const poisoned: Report = {
    ...rest,
    version: hostile,
    digest: hostile,
    claims: results.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((item) => ({ ...item, name: `${hostile}, ${hostile}`, detail: hostile })),
    })),
  };
  const page = htmlReport(poisoned, { claims, figures: [] });
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("<img");
  expect(all(/(<\/?style>|<\/?script>)/g, page)).toEqual(["<style>", "</style>", "<script>", "</script>"]);
  expect(page).toContain(escape(hostile));
});

test("a claim of which no evidence was asked for says so", () => {
  const [first] = mixed().claims;
  const bare = { ...mixed(), claims: [{ ...first!, verdict: "inconclusive" as const, evidence: [] }] };
  expect(articleOf(htmlReport(bare, { claims, figures: [] }), first!.id)).toContain("None was asked for in this run.");
});

test("the margin is part of the commands where it is not the usual one", () => {
  const page = htmlReport({ ...mixed(), margin: 0.002, seed: 5 }, { claims, figures: [] });
  expect(page).toContain("npx sd-theorems check ridge/path-tangent --evidence trial --seed 5 --margin 0.002");
});

test("a claim that was checked in part is checked in part again by its command, and in whole otherwise", () => {
  expect(articleOf(pageOfDerivations(), "ridge/oracle")).toContain(
    "Check this claim again:</span> <code>npx sd-theorems check ridge/oracle --evidence derivation --seed 1<",
  );
  expect(htmlReport(everything(), { claims, figures: [] })).toContain("check ridge/path-tangent --seed 1<");
});

test("claims that are supported on ground that was not checked are said to be so", () => {
  const only = (...ids: string[]): Report => {
    const found = derivations().claims.filter(({ id }) => ids.includes(id));
    return settled({ ...derivations(), claims: found });
  };
  const sentenceOf = (...ids: string[]): string => verdictSentence(only(...ids), claims);
  const of = `checked here, of ${claims.length},`;
  expect([
    sentenceOf("ridge/student-estimator"),
    sentenceOf("ridge/oracle"),
    sentenceOf("ridge/student-estimator", "ridge/oracle"),
    sentenceOf("ridge/ties", "ridge/oracle"),
  ]).toEqual([
    `The one claim ${of} is supported.`,
    `The one claim ${of} is supported; what it rests on was not checked.`,
    `All 2 claims ${of} are supported; 1 of them rests on claims that were not checked.`,
    `All 2 claims ${of} are supported; all rest on claims that were not checked.`,
  ]);
});

test("every claim is in a file of its id's name, and has a page", () => {
  expect(all(/<article id="([^"]+)"/g, pageOfDerivations())).toEqual(claims.map(({ id }) => id));
  expect(claims.filter(({ id }) => !existsSync(join(packageRoot(), "proofs", `${id}.ts`)))).toEqual([]);
  expect(derivations().claims.length).toBe(claims.length);
});
