import { type DocumentNode, evaluate, type MemberNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { z } from "zod";
import { InvalidInput } from "./invalid-input.ts";
import { plain, quoted, shown } from "./quoted.ts";
import { WrittenNumber } from "./written-number.ts";

/**
 * Reads JSON and checks its shape.
 *
 * @param where what to call the source in a message.
 * @throws InvalidInput with line and column where the text is not JSON, with the field where the shape is wrong.
 */
export function parseJson<T>(text: string, where: string, schema: z.ZodType<T>): T {
  return checkShape(evaluate(documentOf(text, where)), where, schema);
}

/** Reads JSON as `parseJson` does, but numbers reach the schema as they are written. @throws InvalidInput as that does. */
export function parseExactJson<T>(text: string, where: string, schema: z.ZodType<T>): T {
  const written = (node: ValueNode): unknown => {
    if (node.type === "Array") return node.elements.map(({ value }) => written(value));
    if (node.type === "Object") {
      return Object.fromEntries(node.members.map(({ name, value }) => [keyOf(name), written(value)]));
    }
    return node.type === "Number"
      ? new WrittenNumber(text.slice(node.loc.start.offset, node.loc.end.offset))
      : evaluate(node);
  };
  return checkShape(written(documentOf(text, where).body), where, schema);
}

function documentOf(text: string, where: string): DocumentNode {
  requireShallow(text, where);
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidInput(`${where} is nested too deeply`);
    const { message, line, column } = error as Error & { line: number; column: number };
    const what = message
      .replace(/\.? \(\d+:\d+\)$/, "")
      .replace(/token (\w+)/, (_, token: string) => TOKENS[token] ?? token)
      .replace(/character '\uffff' found/, "end")
      .replace(/'([^]*)'/, (_, found: string) => quoted(found));
    throw new InvalidInput(`${where} is not JSON: line ${line}, column ${column}: ${decapitalised(what)}`);
  }
  const repeated = repeatedMember(document.body);
  if (repeated !== null)
    throw new InvalidInput(`${where}: line ${repeated.line}: the field ${plain(repeated.name)} is given twice`);
  return document;
}

/** Checks the shape of plain data. @throws InvalidInput with the field where it is wrong. */
export function checkShape<T>(value: unknown, where: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value, { error: describe });
  if (result.success) return result.data;
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  throw new InvalidInput(`${where}: ${issue!.message.replace("@", fieldName(issue!.path) || "the document")}`);
}

const DEEPEST = 100;

// The parser calls itself for every bracket: enough of them would exhaust the stack.
function requireShallow(text: string, where: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '"') inString = !inString;
    else if (inString && character === "\\") i++;
    else if (!inString && (character === "[" || character === "{")) depth++;
    else if (!inString && (character === "]" || character === "}")) depth--;
    if (depth > DEEPEST) {
      throw new InvalidInput(`${where} has brackets nested deeper than ${DEEPEST}; no input needs that`);
    }
  }
}

// A field given twice would silently keep its last value.
function repeatedMember(node: ValueNode): { readonly name: string; readonly line: number } | null {
  if (node.type === "Array") return first(node.elements.map(({ value }) => repeatedMember(value)));
  if (node.type !== "Object") return null;
  const seen = new Set<string>();
  for (const { name, loc } of node.members) {
    const key = keyOf(name);
    if (seen.has(key)) return { name: key, line: loc.start.line };
    seen.add(key);
  }
  return first(node.members.map(({ value }) => repeatedMember(value)));
}

function keyOf(name: MemberNode["name"]): string {
  return name.type === "String" ? name.value : name.name;
}

function first<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null;
}

// What the parser calls its tokens.
const TOKENS: Readonly<Record<string, string>> = {
  LBrace: "{",
  RBrace: "}",
  LBracket: "[",
  RBracket: "]",
  Comma: "comma",
  Colon: "colon",
};

const MISFITS: ReadonlySet<string> = new Set(["invalid_type", "invalid_value", "invalid_union"]);

// "@" stands for the field, whose path is known only afterwards.
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") {
    const [key] = issue.keys;
    return `unknown field ${quoted(key!)}`;
  }
  if (MISFITS.has(issue.code) && issue.input === undefined) return "the field @ is missing";
  if (issue.code === "invalid_type") return `@ is ${shown(issue.input)}; expected ${article(issue.expected)}`;
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map((value) => JSON.stringify(value)).join(", ");
    return `@ is ${shown(issue.input)}; expected ${issue.values.length > 1 ? "one of " : ""}${allowed}`;
  }
  if (issue.code === "too_small" && issue.origin !== "array" && issue.origin !== "string") {
    return `@ is ${shown(issue.input)}; expected ${issue.inclusive === true ? "at least" : "more than"} ${issue.minimum}`;
  }
  if (issue.code === "too_big" && issue.origin !== "array" && issue.origin !== "string") {
    return `@ is ${shown(issue.input)}; expected ${issue.inclusive === true ? "at most" : "less than"} ${issue.maximum}`;
  }
  if (issue.code === "invalid_union") return `@ is ${shown(issue.input)}, which is none of what it may be`;
  return undefined;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function article(type: string): string {
  if (type === "number") return "a finite number";
  if (type === "record") return "an object";
  return /^[aeo]/.test(type) ? `an ${type}` : `a ${type}`;
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
