import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Files, by their path in a checkout, and what each imports: others of them, or files elsewhere. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The folders whose files import each other. */
const FOLDERS: readonly string[] = ["src", "proofs", "web"];

// As they are written: `import … from`, `export … from`, `import "…"` and `import("…")`, of types as well.
const IMPORT = /\b(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

// A comment may show how something is imported, and imports nothing.
const COMMENT = /^\s*(?:\*|\/\*|\/\/).*$/gm;

/**
 * Every TypeScript file of src, proofs and web, and what it imports of the checkout, types included. A file that is named in another
 * way (the compiled entry of a worker process, say) is not followed.
 *
 * @param root of a checkout, which need not be this one.
 */
export function readImports(root: string): Imports {
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.d)\.ts$/.test(file))
      .map((file) => join(folder, file).replaceAll(sep, "/")),
  );
  return new Map(
    files.toSorted().map((file) => {
      const text = readFileSync(join(root, file), "utf8").replaceAll(COMMENT, "");
      const paths = [...text.matchAll(IMPORT)].map(([, path]) =>
        relative(root, resolve(root, dirname(file), path!)).replaceAll(sep, "/"),
      );
      return [file, [...new Set(paths)].filter((path) => existsSync(join(root, path)))];
    }),
  );
}
