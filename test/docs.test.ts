import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { LETTERS } from "../scripts/documents/verdict-lines.ts";
import { packageRoot } from "../src/data/index.ts";
import { sdTheorems } from "./cli/run.ts";

const root = packageRoot();
const documents = [
  ".",
  "docs",
  "docs/api",
  "docs/decisions",
  "data",
  "src/formula/kernel",
  "changes",
  ".github",
].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

/** Where a heading is linked to: its words in lower case, joined by hyphens. The reference names its anchors itself. */
const anchorsOf = (text: string): string[] => [
  ...[...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  ),
  ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor!),
];

test.each(documents)("every link in %s leads somewhere", (document) => {
  const text = readFileSync(join(root, document), "utf8");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source!,
  );
  for (const link of links.filter((target) => !/^https?:/.test(target))) {
    const [path, anchor] = link.split("#") as [string, string?];
    const target = path === "" ? join(root, document) : resolve(root, dirname(document), path);
    expect(existsSync(target), `${document}: ${link}`).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(readFileSync(target, "utf8")), `${document}: ${link}`).toContain(anchor);
  }
});

test("every file and folder that the documents name in backquotes is there", () => {
  for (const document of documents) {
    const text = readFileSync(join(root, document), "utf8").replaceAll(/```[\s\S]*?```/g, "");
    for (const [, path] of text.matchAll(
      /`((?:src|proofs|test|docs|data|bench|scripts|changes|examples|findings|web)\/[\w./-]*)`/g,
    )) {
      expect(existsSync(join(root, path!)), `${document}: ${path}`).toBe(true);
    }
  }
});

const examples = documents.flatMap((document) => {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/\$ (?:echo '(.*)' \|\n +)?npx sd-theorems (.*)\n([\s\S]*?)```/g)].map(
    ([, input = "", command, output]) => ({ document, input, command: command!, output: output! }),
  );
});

/** What an output must be: the lines that are shown, and where one is `…`, any that are left out. */
const asPattern = (output: string): RegExp => {
  const kept = output.split(/^…\n/m).map((lines) => lines.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${kept.join("(?:.*\\n)+?")}$`);
};

test.each(examples)("$document shows what its example prints: $command", ({ input, command, output }) => {
  expect(sdTheorems(command.split(" "), { input }).stdout).toMatch(asPattern(output));
});

test("an example that leaves out lines must have them where it says so, and none but them", () => {
  const shown = asPattern("one (1.5)\n…\nfour\n");
  expect("one (1.5)\ntwo\nthree\nfour\n").toMatch(shown);
  for (const other of ["one (1.5)\nfour\n", "one (1x5)\ntwo\nfour\n", "one (1.5)\ntwo\nfour\nfive\n", "two\nfour\n"]) {
    expect(other).not.toMatch(shown);
  }
});

test("there are such examples", () => {
  expect(new Set(examples.map(({ document }) => document)).size).toBeGreaterThan(1);
});

test("README.md can be read in one go: it has at most 200 lines", () => {
  expect(readFileSync(join(root, "README.md"), "utf8").split("\n").length).toBeLessThanOrEqual(200);
});

test("README.md says what each letter of its table stands for, and no two kinds of evidence share one", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");
  for (const [kind, letter] of Object.entries(LETTERS)) {
    // In the plural: "**P** properties".
    expect(text).toContain(`**${letter}** ${kind.slice(0, -1)}`);
  }
  expect(new Set(Object.values(LETTERS)).size).toBe(Object.keys(LETTERS).length);
});

test("every decision is in the list of decisions, and says what was decided, why, and at what price", () => {
  const folder = join(root, "docs", "decisions");
  const list = readFileSync(join(folder, "README.md"), "utf8");
  const pages = readdirSync(folder).filter((name) => name !== "README.md");
  expect(
    [...list.matchAll(/^(\d+)\. \[(.*)\]\((.*)\)$/gm)].map(
      ([, number, title, page]) => `${page}: # ${number}. ${title}`,
    ),
  ).toEqual(pages.toSorted().map((page) => `${page}: ${readFileSync(join(folder, page), "utf8").split("\n")[0]}`));
  for (const page of pages) {
    const bold = [...readFileSync(join(folder, page), "utf8").matchAll(/^\*\*(.+?)\.\*\*/gm)].map(([, words]) => words);
    expect(bold, page).toEqual(["The question", "Decided", "Why", "The price"]);
  }
});

test("no word is explained twice in docs/words.md", () => {
  const text = readFileSync(join(root, "docs", "words.md"), "utf8");
  const words = [...text.matchAll(/^\| (?!word |-|\*\*)([^|]+?) +\|/gm)].flatMap(([, word]) => word!.split(", "));
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});
