import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../src/data/index.ts";
import { sdTheorems } from "./cli/run.ts";

const root = packageRoot();
const documents = [".", "docs", "docs/api", "data", "src/formula/kernel"].flatMap((folder) =>
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
    for (const [, path] of text.matchAll(/`((?:src|proofs|test|docs|data|bench|scripts)\/[\w./-]*)`/g)) {
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

test.each(examples)("$document shows what its example prints: $command", ({ input, command, output }) => {
  expect(sdTheorems(command.split(" "), { input }).stdout).toBe(output);
});

test("there are such examples", () => {
  expect(new Set(examples.map(({ document }) => document)).size).toBeGreaterThan(1);
});
