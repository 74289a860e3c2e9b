import { type DocumentNode, evaluate, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { z } from "zod";
import { InvalidInput } from "./invalid-input.ts";

/**
 * Reads JSON and checks its shape.
 *
 * @param where what to call the source in a message.
 * @throws InvalidInput with line and column where the text is not JSON, with the field where the shape is wrong.
 */
export function parseJson<T>(text: string, where: string, schema: z.ZodType<T>): T {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidInput(`${where} is nested too deeply`);
    const { message, line, column } = error as Error & { line: number; column: number };
    const what = message.replace(/\.? \(\d+:\d+\)$/, "").replace(/token (\w+)/, (_, token: string) => TOKENS[token] ?? token);
    throw new InvalidInput(`${where} is not JSON: line ${line}, column ${column}: ${decapitalised(what)}`);
  }
  const repeated = repeatedMember(document.body);
  if (repeated !== null) throw new InvalidInput(`${where}: line ${repeated.line}: the field ${repeated.name} is given twice`);
  return checkShape(evaluate(document), where, schema);
}

/** Checks the shape of plain data. @throws InvalidInput with the field where it is wrong. */
export function checkShape<T>(value: unknown, where: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value, { error: describe });
  if (result.success) return result.data;
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  throw new InvalidInput(`${where}: ${issue!.message.replace("@", fieldName(issue!.path) || "the document")}`);
}

// A field given twice would silently keep its last value.
function repeatedMember(node: ValueNode): { readonly name: string; readonly line: number } | null {
  if (node.type === "Array") return first(node.elements.map(({ value }) => repeatedMember(value)));
  if (node.type !== "Object") return null;
  const seen = new Set<string>();
  for (const { name, loc } of node.members) {
    const key = name.type === "String" ? name.value : name.name;
    if (seen.has(key)) return { name: key, line: loc.start.line };
    seen.add(key);
  }
  return first(node.members.map(({ value }) => repeatedMember(value)));
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

// "@" stands for the field, whose path is known only afterwards.
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") {
    const [key] = issue.keys;
    return `unknown field ${JSON.stringify(key)}`;
  }
  if (issue.code === "invalid_type" && issue.input === undefined) return "the field @ is missing";
  if (issue.code === "invalid_type") return `@ is ${show(issue.input)}; expected ${article(issue.expected)}`;
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map((value) => JSON.stringify(value)).join(", ");
    return `@ is ${show(issue.input)}; expected ${issue.values.length > 1 ? "one of " : ""}${allowed}`;
  }
  if (issue.code === "too_small" && issue.origin !== "array" && issue.origin !== "string") {
    return `@ is ${show(issue.input)}; expected ${issue.inclusive === true ? "at least" : "more than"} ${issue.minimum}`;
  }
  if (issue.code === "invalid_union") return `@ is ${show(issue.input)}; expected rows of numbers or the name of a CSV file`;
  return undefined;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** A value as a message shows it: the beginning of its JSON. */
export function show(value: unknown, most = 40): string {
  if (typeof value === "number") return String(value);
  try {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > most ? `${text.slice(0, most)}…` : text;
  } catch {
    return "something nested too deeply";
  }
}

function article(type: string): string {
  if (type === "number") return "a finite number";
  if (type === "record") return "an object";
  return /^[aeo]/.test(type) ? `an ${type}` : `a ${type}`;
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
