import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";

/** Which lines of a piece of code the rule refuses. */
function refusedLines(lines: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "sd-theorems-lint-"));
  try {
    const config = {
      jsPlugins: [join(packageRoot(), "scripts", "lint", "portable-powers.mjs")],
      categories: { correctness: "off" },
      rules: { "portable/powers": "error" },
    };
    writeFileSync(join(folder, "config.json"), JSON.stringify(config));
    writeFileSync(join(folder, "code.ts"), `${lines.join("\n")}\n`);
    const oxlint = join(packageRoot(), "node_modules", "oxlint", "bin", "oxlint");
    const args = [oxlint, "-c", join(folder, "config.json"), "--format", "json", join(folder, "code.ts")];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; labels: { span: { line: number } }[] }[];
    };
    expect(diagnostics.map(({ code }) => code).every((code) => code === "portable(powers)")).toBe(true);
    return [...new Set(diagnostics.map(({ labels }) => lines[labels[0]!.span.line - 1]!))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("squares, powers of two and powers of BigInts pass; every power whose bits depend on Node does not", () => {
  const allowed = [
    "export const a = (x: number) => x ** 2;",
    "export const b = 2 ** -44 + 2 ** 31;",
    "export const c = (x: number) => 2 ** Math.floor(Math.log2(x));",
    "export const d = (x: number) => 2 ** Math.max(-1022, Math.trunc(x) - 1);",
    "export const e = (x: bigint) => 10n ** x + x ** 3n + x ** BigInt(7);",
    "export const f = (x: number) => { x **= 2; return x; };",
  ];
  const refused = [
    "export const g = (x: number) => x ** 3;",
    "export const h = (x: number) => x ** -1;",
    "export const i = (x: number) => x ** 0.5;",
    "export const j = 10 ** -5;",
    "export const k = (x: number) => 10 ** x;",
    "export const l = (x: number) => 2 ** x;",
    "export const m = (x: number) => 2 ** (x / 2);",
    "export const n = (x: number) => 2 ** Math.log2(x);",
    "export const o = 2 ** 0.5;",
    "export const p = (x: number) => Math.pow(x, 2);",
    "export const q = [1, 2].map((x) => [x, 3] as const).map(([x, y]) => Math['pow'](x, y));",
    "export const { pow } = Math;",
    "export const r = (x: number) => { x **= 3; return x; };",
    "export const s = (name: 'sin' | 'pow') => Math[name];",
  ];
  expect(refusedLines([...allowed, ...refused])).toEqual(refused);
});
