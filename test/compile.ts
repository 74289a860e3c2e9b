import { spawnSync } from "node:child_process";
import { compileAssembly } from "../scripts/assembly.mjs";
import { packageRoot } from "../src/data/index.ts";

/** Compiles before the tests: worker threads and the command line run what is in dist/, which must not be stale. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc"], {
    cwd: packageRoot(),
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error("the project does not compile");
  compileAssembly();
}
