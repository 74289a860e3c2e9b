import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SUBJECTS, changeFiles, readChange, withChanges } from "../../scripts/changelog/pieces.ts";
import { packageRoot } from "../../src/data/index.ts";

const root = packageRoot();
const read = (file: string): string => readFileSync(join(root, file), "utf8");

test("every file in changes/ is a change that can be read", () => {
  for (const file of changeFiles(root)) expect(readChange(file, read(file)).says).not.toBe("");
});

test("the README of changes/ shows one, and names every subject", () => {
  const text = read("changes/README.md");
  const example = /\n {4}---\n[\s\S]*?\n\n(?! {4})/.exec(text)![0].replaceAll(/^ {4}/gm, "");
  expect(readChange("changes/example.md", example.trimStart())).toEqual({
    about: "Optimum",
    says: "`optimum` says of a design how well its spectrum is known (`spectrum`).",
  });
  expect(text.replaceAll(/\s+/g, " ")).toContain(`${SUBJECTS.join(", ")}.`);
});

describe("a change", () => {
  test("may go over several lines of one paragraph", () => {
    const text = "---\nabout: Runs\n---\n\nA journal\n  is kept.\n";
    expect(readChange("changes/journal.md", text)).toEqual({ about: "Runs", says: "A journal is kept." });
  });

  test.each([
    ["changes/A file.md", "---\nabout: Runs\n---\n\nText.\n", "is not named like a change"],
    ["changes/a.md", "Text.\n", "does not begin with ---"],
    ["changes/a.md", "---\nabout: Attic\n---\n\nText.\n", "is about Attic; expected one of Formula, Kernel, "],
    ["changes/a.md", "---\nabout: Runs\n---\n\n", "has 0 paragraphs; expected one"],
    ["changes/a.md", "---\nabout: Runs\n---\n\nOne.\n\nTwo.\n", "has 2 paragraphs; expected one"],
  ])("%s that holds %j is refused in a sentence", (file, text, why) => {
    expect(() => readChange(file, text)).toThrow(`${file} ${why}`);
  });
});

describe("the changelog at a release", () => {
  const before = "# Changelog\n\n## 0.2.0 (unreleased)\n\n- Old line.\n\n## 0.1.0\n\n- Older line.\n";

  test("has the changes first in its unreleased list, subject by subject, and all that was in it", async () => {
    const after = await withChanges(before, [
      { about: "Runs", says: "Second." },
      { about: "Kernel", says: "First." },
    ]);
    expect(after).toBe(before.replace("- Old", "- Kernel: First.\n- Runs: Second.\n- Old"));
  });

  test("is refused where there is no such list", async () => {
    await expect(withChanges("# Changelog\n", [])).rejects.toThrow("has no heading ## version (unreleased)");
  });

  test("is what the project's own would be, which has such a list", async () => {
    expect(await withChanges(read("CHANGELOG.md"), [])).toBe(read("CHANGELOG.md"));
  });
});
