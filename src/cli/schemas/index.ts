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
 * Beside a field that may be null there may be one that says why, of its name with "Reason" behind it. Those that are there are
 * declared; any other is let through until it is.
 */
function withReasons(schema: JsonSchema): JsonSchema {
  const properties =
    schema.properties &&
    Object.fromEntries(
      Object.entries(schema.properties).flatMap(([name, field]) => {
        const reason = `${name}Reason`;
        const said = [name, withReasons(field)] as const;
        if (!isNullable(field) || reason in schema.properties!) return [said];
        return [
          said,
          [reason, { description: `why ${name} is null; absent where it is not`, type: "string" }] as const,
        ];
      }),
    );
  return {
    ...schema,
    ...(properties && { properties }),
    ...(schema.items && { items: withReasons(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(withReasons) }),
  };
}

function isNullable({ type, anyOf }: JsonSchema): boolean {
  return (Array.isArray(type) && type.includes("null")) || (anyOf?.some((each) => each.type === "null") ?? false);
}
