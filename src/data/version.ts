import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./files.ts";

/** The version in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string }).version;
}

/**
 * The form of what `--json` writes, which the schemas in docs/schemas describe: it counts up where a field is taken away or
 * comes to mean something else, and stays where one is added.
 */
export const JSON_FORM = 1;
