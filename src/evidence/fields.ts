import { z } from "zod";
import { shown } from "../data/portable.ts";
import { evidenceKinds } from "./claim.ts";
import { listed } from "./words.ts";

/*
 * What the fields of a claim are, for whoever writes JavaScript: no compiler says there what is missing. Each message is what
 * was expected.
 */
const text = z.string({ error: "text" });
const words = z.string({ error: "words" }).refine((given) => given.trim() !== "", "words");
const list = <T extends z.ZodType>(of: T): z.ZodArray<T> => z.array(of, { error: "a list" });
const action = z.custom<() => unknown>((given) => typeof given === "function", "a function");
const record = <T extends z.ZodType>(of: T): z.ZodRecord<z.ZodString, T> =>
  z.record(z.string(), of, { error: "an object" });
const object = <T extends z.core.$ZodLooseShape>(shape: T): z.ZodObject<T, z.core.$loose> =>
  z.looseObject(shape, { error: "an object" });
const oneOf = <T extends string>(names: readonly T[]): z.ZodEnum<{ [name in T]: name }> =>
  z.enum(names, { error: `one of ${listed(names, "or")}` });

const name = { latex: text, meaning: text, perMode: z.boolean({ error: "true or false" }) };
const domain = oneOf(["positive", "nonnegative", "nonzero", "real"]);

const book = object({
  symbols: record(object({ ...name, domain })),
  // By its shape: the claim may come from another copy of this package.
  formulas: z.map(z.string(), object(name), { error: "a map, as Book.define gives it" }),
});

const step = object({
  says: words,
  identity: z.tuple([text, text], { error: "two formulas" }).optional(),
  given: object({ hypothesis: words, times: text }).optional(),
  expectation: object({ of: text, over: text, moments: list(text), equals: text }).optional(),
  sign: object({
    of: text,
    is: oneOf(["positive", "nonnegative"]),
    at: record(text).optional(),
    where: record(domain).optional(),
  }).optional(),
}).refine(
  ({ identity, expectation, sign }) => [identity, expectation, sign].filter((each) => each !== undefined).length === 1,
  "one of an identity, an expectation and a sign",
);

const derivation = object({
  name: words,
  covers: list(text),
  prepare: action.optional(),
  hypotheses: record(object({ says: words, zero: text })).optional(),
  steps: list(step),
});

const check = object({
  kind: oneOf(evidenceKinds.filter((kind) => kind !== "mutation")),
  name: words,
  covers: list(text),
  comparisons: z.int({ error: "a whole number" }).min(0, "a whole number"),
  effort: z.number({ error: "a number" }).optional(),
  derivation: derivation.optional(),
  search: action.optional(),
  without: words.optional(),
  run: action,
});

const fields = object({
  title: words,
  source: words,
  statement: words,
  hypotheses: list(words),
  dependsOn: list(text),
  book,
  checks: list(check),
  searches: list(object({ name: words, run: action })).optional(),
});

/** The first field of a claim that is not what it should be, what it is, and what was expected; null where there is none. */
export function wrongField(definition: object): string | null {
  const issue = fields.safeParse(definition).error?.issues[0];
  if (issue === undefined) return null;
  if (issue.path.length <= 2 && issue.path[0] === "book") return "it has no book; expected what Book.define gives";
  const [first, ...rest] = issue.path;
  const place = `${String(first)}${rest.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("")}`;
  return `its ${place} is ${shown(at(definition, issue.path))}; expected ${issue.message}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part instanceof Map ? part.get(key) : (part as Record<PropertyKey, unknown>)[key]),
    value,
  );
}
