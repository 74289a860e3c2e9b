// Compiles the AssemblyScript sources of src to WebAssembly in dist. Quick when there is nothing to do.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const modules = [
  { source: "src/matrix/assembly/products.ts", target: "dist/src/matrix/products.wasm" },
  { source: "src/matrix/assembly/symmetric.ts", target: "dist/src/matrix/symmetric.wasm" },
  { source: "src/random/assembly/noise.ts", target: "dist/src/random/noise.wasm" },
];
const flags = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"];

const root = fileURLToPath(new URL("..", import.meta.url));
const path = (file) => `${root}/${file}`;
const changed = (file) => statSync(path(file)).mtimeMs;

/** Compiles what is older than its source, the compiler or this script; written beside and renamed. */
export function compileAssembly() {
  for (const { source, target } of modules) {
    const causes = [source, "scripts/assembly.mjs", "node_modules/assemblyscript/package.json"];
    if (existsSync(path(target)) && causes.every((cause) => changed(cause) < changed(target))) continue;
    mkdirSync(dirname(path(target)), { recursive: true });
    const beside = `${target}.${process.pid}.partial.wasm`;
    const compiler = "node_modules/assemblyscript/bin/asc.js";
    const { status, error } = spawnSync(process.execPath, [compiler, source, ...flags, "--outFile", beside], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`${source} does not compile`);
    renameSync(path(beside), path(target));
  }
}
