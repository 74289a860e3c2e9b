import * as prettier from "prettier";

/**
 * A document with its generated parts made anew: each stands between `<!-- generated: name -->` and `<!-- end -->`.
 *
 * @param parts by name; every one of them must be in the document, and no other.
 * @throws RangeError where the document and the parts do not fit.
 */
export async function withGenerated(text: string, parts: Readonly<Record<string, string>>): Promise<string> {
  const missing = new Set(Object.keys(parts));
  const renewed = text.replaceAll(
    /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new RangeError(`the document has a part ${name} that nothing generates`);
      missing.delete(name);
      return `${begin}\n${part}\n\n${end}`;
    },
  );
  if (missing.size > 0) throw new RangeError(`the document has no place for ${[...missing].join(" and ")}`);
  return prettier.format(renewed, { parser: "markdown", printWidth: 120 });
}

/** Words of a claim, with nothing in them that Markdown would take for markup. */
export function plain(text: string): string {
  return text
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll(/<(?=[a-z/!?])/gi, "&lt;")
    .replaceAll(/[\\`*[\]|$]/g, String.raw`\$&`);
}
