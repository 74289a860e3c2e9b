import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plain, withGenerated } from "../scripts/documents/generated.ts";
import { DOCUMENT, withFormulas } from "../scripts/documents/setting-document.ts";

test("the symbols and formulas of docs/setting.md are those that are computed with (npm run documents)", async () => {
  const text = readFileSync(DOCUMENT, "utf8");
  expect(text).toBe(await withFormulas(text));
});

describe("a document with generated parts", () => {
  const text = "Before\n\n<!-- generated: one -->\n\nold\n\n<!-- end -->\n\nAfter\n";

  test("keeps all that stands around them", async () => {
    expect(await withGenerated(text, { one: "new" })).toBe(text.replace("old", "new"));
  });

  test("has a place for each, and no other", async () => {
    await expect(withGenerated(text, { one: "new", two: "more" })).rejects.toThrow("has no place for two");
    await expect(withGenerated(text, {})).rejects.toThrow("has a part one that nothing generates");
  });

  test("shows what is said with nothing in it that Markdown would act on", () => {
    expect(plain("ξ* < 1 & *b* [c] | `d` <em>e</em> &lt; $f$")).toBe(
      String.raw`ξ\* < 1 & \*b\* \[c\] \| \`d\` &lt;em>e&lt;/em> &amp;lt; \$f\$`,
    );
  });
});
