import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./files.ts";

/**
 * The bytes of a WebAssembly module as it was built with the package. All that is portable is so but for this file: a page
 * has the bytes in it, and another file with the same function in place of this one (see scripts/explorer/page.ts).
 *
 * @param module the file's name without its ending, in dist/src.
 */
export function compiledCode(module: "matrix/products" | "matrix/symmetric" | "random/noise"): Uint8Array {
  return readFileSync(join(packageRoot(), "dist", "src", `${module}.wasm`));
}
