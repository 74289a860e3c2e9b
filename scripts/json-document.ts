/** The files in docs/schemas, and what of docs/json.md is made of them and of the commands' output. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as prettier from "prettier";
import { type JsonSchema, type SchemaName, schemaNames, schemaOf } from "../src/cli/schemas/index.ts";
import { packageRoot } from "../src/data/index.ts";

export const SCHEMAS = join(packageRoot(), "docs/schemas");
export const DOCUMENT = join(packageRoot(), "docs/json.md");

/** A schema as the file that is published. */
export async function schemaFile(name: SchemaName): Promise<string> {
  return prettier.format(JSON.stringify(schemaOf(name)), { parser: "json", printWidth: 120 });
}

/**
 * The document with its tables of fields and its examples made anew: they stand between `<!-- fields: name -->`, or
 * `<!-- example: arguments -->` with perhaps `<<< standard input` behind, and `<!-- end -->`.
 */
export async function renewed(text: string): Promise<string> {
  const anew = text.replaceAll(
    /(<!-- (fields|example): ([^\n]*) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, what: string, given: string, end: string) =>
      `${begin}\n${what === "fields" ? tables(given) : example(given)}\n\n${end}`,
  );
  return prettier.format(anew, { parser: "markdown", printWidth: 120 });
}

function tables(name: string): string {
  if (!schemaNames.includes(name as SchemaName)) throw new Error(`there is no schema ${name}`);
  const schema = schemaOf(name as SchemaName);
  const variants = schema.anyOf ?? [schema];
  return variants
    .map((variant) => {
      const heading = variants.length === 1 ? "" : `${capital(variant.description!)}:\n\n`;
      const rows = fieldsOf(variant, "").map((cells) => `| ${cells.join(" | ")} |`);
      return `${heading}| field | type | what it is |\n| --- | --- | --- |\n${rows.join("\n")}`;
    })
    .join("\n\n");
}

/** Every field of an object and of what is in it, in order: where it is, its type, and what it is. */
function fieldsOf(schema: JsonSchema, at: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const place = at === "" ? name : `${at}.${name}`;
    const isOptional = schema.required?.includes(name) !== true;
    const type = typeOf(field) + (isOptional ? ", may be absent" : "");
    return [[`\`${place}\``, type, inCell(field.description ?? "")], ...within(field, place)];
  });
}

function within(field: JsonSchema, place: string): string[][] {
  if (field.items) return within(field.items, `${place}[]`);
  return [...fieldsOf(field, place), ...(field.anyOf ?? []).flatMap((each) => within(each, place))];
}

function typeOf(schema: JsonSchema): string {
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" or ");
  if ("const" in schema) return `\`${JSON.stringify(schema["const"])}\``;
  if ("enum" in schema) return (schema["enum"] as string[]).map((each) => `\`"${each}"\``).join(", ");
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(", ")}]`;
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  return (schema.type as string | undefined) ?? "any";
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("_", "\\_").replaceAll("*", "\\*");
}

/** What a command writes, with the first entry alone of every list of objects, and with no time. */
const BUILD = { digest: "0".repeat(64), commit: null, node: "20.19.0", coq: "8.16.1", dependencies: {} };

function example(given: string): string {
  const [line, input] = given.split(" <<< ") as [string, string?];
  const main = join(packageRoot(), "dist/src/cli/main.js");
  const options = { input: input ?? "", encoding: "utf8" as const, cwd: packageRoot() };
  const { stdout, stderr } = spawnSync(process.execPath, [main, ...line.split(" "), "--json", "-"], options);
  if (stdout === "") throw new Error(`${line}: ${stderr}`);
  const short = JSON.stringify(JSON.parse(stdout), (key, value: unknown) => {
    if (key === "seconds") return 0;
    // What code made it is another for each commit and machine.
    if (key === "build") return BUILD;
    return Array.isArray(value) && typeof value[0] === "object" && !Array.isArray(value[0]) ? value.slice(0, 1) : value;
  });
  const shell = input === undefined ? "" : `echo '${input}' | `;
  return `\`${shell}npx sd-theorems ${line} --json -\`:\n\n\`\`\`json\n${short}\n\`\`\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
