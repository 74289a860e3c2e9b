import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { claims } from "../../proofs/index.ts";
import { compiledCode, packageRoot } from "../../src/data/index.ts";
import { palette } from "../../src/report/index.ts";

/** The explorer as one HTML file: program, style and data are in it, so that it opens from a disk and from any folder. */
export async function explorerPage(): Promise<string> {
  const root = packageRoot();
  const [program, style] = await Promise.all([bundled("main.ts"), bundled("style.css")]);
  const shipped = {
    diabetes: readFileSync(join(root, "data/diabetes.csv"), "utf8"),
    claims: claims.map(({ id, title, source, statement, hypotheses }) => ({
      id,
      title,
      source,
      statement,
      hypotheses,
    })),
  };
  const parts: Readonly<Record<string, string>> = {
    "the policy": policyFor(program),
    "/* the style */": colours() + style,
    // In a script nothing but its end tag and comments end or begin anything.
    '"the data"': JSON.stringify(shipped).replaceAll("<", "\\u003c"),
    "// the program": program,
  };
  const template = readFileSync(join(root, "web/page.html"), "utf8");
  return template.replaceAll(
    /\s*(the policy|\/\* the style \*\/|"the data"|\/\/ the program)\s*/g,
    (_, part) => parts[part]!,
  );
}

/** The colours of the report, as variables that follow the theme. */
function colours(): string {
  const names = Object.keys(palette.light) as (keyof typeof palette.light)[];
  return `:root{${names.map((name) => `--${name}:light-dark(${palette.light[name]},${palette.dark[name]})`).join(";")}}`;
}

/**
 * What the page may do: run this one program, also as a worker, and nothing else; it cannot send or fetch anything. The
 * program makes functions of its own formulas (`compile`), for which there is no permission but 'unsafe-eval'; nothing that a
 * person types or a link says becomes program text. Plot puts styles into its pictures.
 */
function policyFor(program: string): string {
  const hash = createHash("sha256").update(program).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'unsafe-eval'`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** In place of the one file that reads compiled code from a disk: the same function with that code in it. */
const withCompiledCode: Plugin = {
  name: "compiled code in the page",
  setup(bundler) {
    bundler.onLoad({ filter: /[/\\]src[/\\]data[/\\]compiled-code\.ts$/ }, () => {
      const modules = (["matrix/products", "matrix/symmetric", "random/noise"] as const).map((name) => [
        name,
        Buffer.from(compiledCode(name)).toString("base64"),
      ]);
      const contents = `
        const modules = ${JSON.stringify(Object.fromEntries(modules))};
        export function compiledCode(module) {
          return Uint8Array.from(atob(modules[module]), (character) => character.charCodeAt(0));
        }`;
      return { contents, loader: "js" };
    });
  },
};

// For browsers, where there is nothing of Node: what asks for it does not bundle.
async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot(), "web", file)],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    write: false,
    logLevel: "error",
    tsconfigRaw: "{}",
    outdir: "unwritten",
    plugins: [withCompiledCode],
  });
  return outputFiles[0]!.text.trim();
}
