/** Writes the JSON Schemas in docs/schemas and the tables and examples of docs/json.md anew: npm run schemas. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaNames } from "../src/cli/schemas/index.ts";
import { writeWhole } from "../src/data/index.ts";
import { DOCUMENT, schemaFile, SCHEMAS, renewed } from "./json-document.ts";

mkdirSync(SCHEMAS, { recursive: true });
for (const name of schemaNames) writeWhole(join(SCHEMAS, `${name}.json`), await schemaFile(name));
writeWhole(DOCUMENT, await renewed(readFileSync(DOCUMENT, "utf8")));
