import { z } from "zod";
import { checkDocument } from "./check.ts";
import { listDocument, searchDocument } from "./claims.ts";
import { distillDocument } from "./distill.ts";
import { journalLine, problemFile } from "./files.ts";
import { logisticDocument } from "./logistic.ts";
import { optimumDocument, repeatedDocument, ridgeDocument, simulateDocument } from "./ridge.ts";

/** Everything in JSON that the commands write, and what they read, by the name of its schema. */
const documents = {
  check: { of: checkDocument, title: "what check --json writes, merge --json of a check, and report --from reads" },
  ridge: { of: ridgeDocument, title: "what ridge --json writes" },
  optimum: { of: optimumDocument, title: "what optimum --json writes" },
  repeated: { of: repeatedDocument, title: "what repeated --json writes" },
  simulate: { of: simulateDocument, title: "what simulate --json writes" },
  logistic: { of: logisticDocument, title: "what logistic --json writes" },
  distill: { of: distillDocument, title: "what distill --json writes, and merge --json of a sweep" },
  search: { of: searchDocument, title: "what search --json writes" },
  list: { of: listDocument, title: "what list --json writes" },
  problem: { of: problemFile, title: "a problem file, which --problem reads" },
  journal: { of: journalLine, title: "a line of a journal, which --journal writes" },
} as const;

export type SchemaName = keyof typeof documents;
export const schemaNames = Object.keys(documents) as SchemaName[];

/** A JSON Schema, as far as what is made of it needs to know. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** The JSON Schema (draft 2020-12) of a document. */
export function schemaOf(name: SchemaName): JsonSchema {
  const { of, title } = documents[name];
  const { $schema, ...rest } = z.toJSONSchema(of, { target: "draft-2020-12" }) as JsonSchema;
  return withReasons({ $schema, $id: `urn:sd-theorems:${name}`, title, ...rest });
}

/*
 * Where a field that may be null has one beside it of its name with "Reason" behind, that one is there exactly where there is null:
 * zod cannot say so, JSON Schema can.
 */
function withReasons(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf } = schema;
  const explained = Object.keys(properties ?? {}).filter((name) => `${name}Reason` in properties!);
  return {
    ...schema,
    ...(properties && { properties: mapped(properties, withReasons) }),
    ...(items && { items: withReasons(items) }),
    ...(anyOf && { anyOf: anyOf.map(withReasons) }),
    ...(explained.length > 0 && { allOf: explained.map(onlyWithNull) }),
  };
}

function onlyWithNull(name: string): object {
  const reason = `${name}Reason`;
  return {
    if: { properties: { [name]: { type: "null" } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { properties: { [reason]: { type: "string" } }, required: [reason] },
    else: { properties: { [reason]: false } },
  };
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
