import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { DOCUMENT, renewed, schemaFile, SCHEMAS } from "../../scripts/json-document.ts";
import { type JsonSchema, type SchemaName, schemaNames } from "../../src/cli/schemas/index.ts";
import { packageRoot } from "../../src/data/index.ts";
import { moduleWith } from "./claims-module.ts";
import { sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "schemas-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const published = new Map(
  schemaNames.map((name) => {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, `${name}.json`), "utf8")) as JsonSchema;
    return [name, { schema, validate: ajv.compile(schema) }];
  }),
);
const validator = (name: SchemaName): ValidateFunction => published.get(name)!.validate;

/** What a published schema has to object to. */
function objections(name: SchemaName, value: unknown): string[] {
  const validate = validator(name);
  if (validate(value)) return [];
  return validate.errors!.map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** The JSON of a command, which the schema of that name must take; it is what is printed, whole. */
async function held(name: SchemaName, args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await sdTheoremsHere([...args, "--json", "-"]);
  if (stdout === "") throw new Error(`${args.join(" ")}: ${stderr}`);
  const value = JSON.parse(stdout) as Record<string, unknown>;
  expect(objections(name, value), args.join(" ")).toEqual([]);
  expect(Object.keys(value)[0]).toBe("schema");
  expect(value["schema"]).toBe(1);
  return value;
}

let files = 0;
function problemFile(problem: object): string {
  const path = join(folder, `problem-${++files}.json`);
  writeFileSync(path, JSON.stringify(problem));
  expect(objections("problem", problem)).toEqual([]);
  return path;
}

test("the published schemas and the page about them are those of the code", async () => {
  for (const name of schemaNames) {
    expect(readFileSync(join(SCHEMAS, `${name}.json`), "utf8"), "npm run schemas").toBe(await schemaFile(name));
  }
  expect(readdirSync(SCHEMAS).toSorted()).toEqual(schemaNames.map((name) => `${name}.json`).toSorted());
  const text = readFileSync(DOCUMENT, "utf8");
  expect(text, "npm run schemas").toBe(await renewed(text));
});

test("every command that takes --json has a schema, and so has each field a description", async () => {
  const { stdout } = await sdTheoremsHere(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(10);
  const writing: string[] = [];
  for (const command of commands) {
    const help = (await sdTheoremsHere([command, "--help"])).stdout;
    if (help.includes("--json <file>")) writing.push(command);
  }
  // What merge writes is that of the kind of its parts.
  expect(writing.filter((name) => name !== "merge").toSorted()).toEqual(
    schemaNames.filter((name) => name !== "problem" && name !== "journal").toSorted(),
  );
  const silent = (schema: JsonSchema, at: string): string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
      ...(field.description === undefined ? [`${at}.${name}`] : []),
      ...silent(field, `${at}.${name}`),
    ]),
    ...(schema.items ? silent(schema.items, `${at}[]`) : []),
    ...(schema.anyOf ?? []).flatMap((each) => silent(each, at)),
  ];
  expect([...published].flatMap(([name, { schema }]) => silent(schema, name))).toEqual([]);
});

const EVEN = { singularValues: [2, 1], signal: [1, 1], noiseVariance: 4 };
const SPECTRA = [
  EVEN,
  { singularValues: [3, 1], signal: [3, 1], noiseVariance: 20, residualSignal: 0.5 },
  { singularValues: [1], signal: [0], noiseVariance: 1 },
  { singularValues: [1, 2], signal: [1, 1], noiseVariance: 0 },
  { singularValues: [1, 1, 1], signal: [1, 2, 3], noiseVariance: 1 },
  { singularValues: [2], signal: [0], noiseVariance: 0, residualSignal: 1 },
  { squaredSingularValues: [1, 2], squaredSignal: ["3/5", "7/13"], noiseVariance: 1 },
  { squaredSingularValues: [3, 1], squaredSignal: [2, "1/2"], noiseVariance: 1 },
  // At λ = 1 two rounds have no parameters, as a tail of theirs vanishes.
  { squaredSingularValues: [1, 2], squaredSignal: ["3/5", "7/13"], noiseVariance: 1 },
  { squaredSingularValues: [9, 2, "3/2"], squaredSignal: [0, 1, 0], noiseVariance: 1, residualSignal: 0 },
  {
    design: [
      [1, 2],
      [3, 4],
      [5, 7],
    ],
    parameter: [1, -1],
    noiseVariance: 0.5,
  },
] as const;

describe("real output is as the schemas say", () => {
  test("of ridge, optimum and repeated: with and without noise, signal, modes, ties and best parameters", async () => {
    const nulls = new Set<string>();
    const note = (value: unknown, at: string): void => {
      if (value === null) nulls.add(at);
      else if (typeof value === "object") {
        for (const [key, part] of Object.entries(value)) note(part, Array.isArray(value) ? `${at}[]` : `${at}.${key}`);
      }
    };
    for (const spectrum of SPECTRA) {
      const path = problemFile(spectrum);
      for (const [lambda, xi] of [
        ["1", "1"],
        ["1e-3", "0"],
        ["1e6", "-3"],
      ] as const) {
        note(await held("ridge", ["ridge", "--problem", path, "--lambda", lambda, "--xi", xi]), "ridge");
        note(await held("repeated", ["repeated", "--problem", path, "--lambda", lambda, "--xi", "1,-2,0"]), "repeated");
      }
      note(await held("optimum", ["optimum", "--problem", path]), "optimum");
      note(await held("repeated", ["repeated", "--problem", path, "--lambda", "1", "--rounds", "4"]), "repeated");
    }
    // The schemas were held against each kind of null, not only against numbers.
    expect([...nulls].toSorted()).toEqual(
      expect.arrayContaining([
        "optimum.condition.range",
        "optimum.condition.value",
        "optimum.distillation.lambda",
        "optimum.distillation.limit",
        "optimum.distillation.xi",
        "optimum.ridge.lambda",
        "optimum.ridge.limit",
        "ridge.optimalXi",
        "repeated.best[].xis",
        "repeated.rounds[].xi",
      ]),
    );
  });

  test("of ridge, optimum and repeated for random problems", async () => {
    const value = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.01, max: 100, noNaN: true }));
    const spectrum = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(spectrum, value, async (modes, noiseVariance) => {
        const [singularValues, signal] = [modes.map(([s]) => s), modes.map(([, t]) => t)];
        const path = problemFile({ singularValues, signal, noiseVariance });
        await held("ridge", ["ridge", "--problem", path, "--lambda", "2", "--xi", "0.5"]);
        await held("repeated", ["repeated", "--problem", path, "--lambda", "2", "--rounds", "3"]);
        await held("optimum", ["optimum", "--problem", path]);
      }),
      { numRuns: 15 },
    );
  });

  test("of simulate: every law and engine, with noise and without", async () => {
    const [noisy, silent] = [EVEN, { ...EVEN, noiseVariance: 0 }].map(problemFile) as [string, string];
    const common = ["--lambda", "0.5,2", "--xi", "0,1", "--replicates", "20", "--workers", "1"];
    for (const noise of ["gaussian", "rademacher", "laplace", "student-t"]) {
      await held("simulate", ["simulate", "--problem", noisy, ...common, "--noise", noise]);
    }
    await held("simulate", ["simulate", "--problem", noisy, ...common, "--engine", "direct"]);
    const { cells } = (await held("simulate", ["simulate", "--problem", silent, ...common])) as {
      cells: { deviation: number | null }[];
    };
    expect(cells.map(({ deviation }) => deviation)).toContain(null);
  });

  test("of logistic: with and without a threshold of the student", async () => {
    const thresholds: unknown[] = [];
    for (const xi of ["-1", "0", "0.5", "1", "2", "50"]) {
      for (const [similarity, flipRate] of [
        ["0.3", "0"],
        ["0.9", "0.4"],
        ["0.01", "0.2"],
      ] as const) {
        const given = ["--class-size", "20", "--similarity", similarity, "--lambda", "1", "--flip-rate", flipRate];
        thresholds.push((await held("logistic", ["logistic", ...given, "--xi", xi]))["studentThreshold"]);
      }
    }
    expect(new Set(thresholds.map((each) => each === null)).size).toBe(2);
  });

  test("of check: every kind of evidence, claims that were not checked beneath, nothing asked for, a claim of others", async () => {
    await held("check", ["check", "ridge/student-estimator", "ridge/path-tangent"]);
    await held("check", ["check", "ridge/oracle", "--evidence", "derivation,mutation"]);
    await held("check", ["check", "ridge/path-tangent", "--evidence", "experiment"]);
    const wrong = moduleWith(folder, { identity: '["diff(F, lambda)", "sum(s_j/(s_j + lambda)^2)"]' });
    const { claims } = (await held("check", ["check", "--claims", wrong, "--workers", "1"])) as {
      claims: { verdict: string; proofAssistant: unknown }[];
    };
    expect(claims[0]).toMatchObject({ verdict: "refuted", proofAssistant: null });
  });

  test("of search: found and not found, by witnesses and by counterexamples", async () => {
    const one = ["--tries", "2", "--workers", "1"];
    await held("search", ["search", "condition-not-necessary", ...one]);
    await held("search", ["search", "student-beats-teacher", ...one]);
    await held("search", ["search", "student-estimator", ...one, "--time-limit", "1"]);
  });

  test("of list: the project's own claims and those of others", async () => {
    await held("list", ["list"]);
    await held("list", ["list", "--claims", moduleWith(folder)]);
  });

  test("of distill: shipped data and files, with one repeat and with several, with and without features; and of results", async () => {
    const small = ["--rows", "40", "--corruption", "0,0.4", "--weight-decay", "0.01", "--workers", "1"];
    const shipped = ["distill", "--dataset", "digits", ...small, "--columns", "10"];
    await held("distill", [...shipped, "--xi", "0.5,2", "--repeats", "1"]);
    await held("distill", [...shipped, "--xi", "0.5,2", "--repeats", "4"]);
    await held("distill", [...shipped, "--xi", "0", "--repeats", "2", "--map", "none"]);
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 2},${(i * 7) % 5},${i % 3}`);
    writeFileSync(join(folder, "x.csv"), `a,b,c\n${rows.join("\n")}\n`);
    writeFileSync(join(folder, "y.csv"), `class\n${rows.map((_, i) => (i % 2 === 0 ? "yes" : "no")).join("\n")}\n`);
    const own = ["--features", join(folder, "x.csv"), "--labels", join(folder, "y.csv")];
    const short = ["--xi", "1", "--repeats", "2", "--corruption", "0.2", "--weight-decay", "0.1", "--workers", "1"];
    await held("distill", ["distill", ...own, ...short, "--test-share", "0.3"]);
    const results = join(packageRoot(), "docs/results");
    const stored = readdirSync(results, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
    expect(stored.length).toBeGreaterThan(5);
    for (const file of stored) {
      expect(objections("distill", JSON.parse(readFileSync(join(results, file), "utf8"))), file).toEqual([]);
    }
  });

  test("of merge, a journal, a file and standard output: the same document", async () => {
    const journal = join(folder, "journal.jsonl");
    const given = ["check", "ridge/path-tangent", "--evidence", "derivation,mutation", "--workers", "1"];
    await sdTheoremsHere([...given, "--journal", journal, "--json", join(folder, "check.json")]);
    const merged = await held("check", ["merge", journal]);
    const text = readFileSync(join(folder, "check.json"), "utf8");
    expect(JSON.parse(text)).toEqual(merged);
    expect(text.startsWith('{\n  "schema": 1,\n')).toBe(true);
    const lines = readFileSync(journal, "utf8").trim().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of [...lines, '{"job":"a","failed":"why"}']) {
      expect(objections("journal", JSON.parse(line)), line).toEqual([]);
    }
  });
});

describe("what is otherwise is refused", () => {
  const samples: readonly (readonly [SchemaName, readonly string[]])[] = [
    ["ridge", ["ridge", "--problem", problemFile(EVEN), "--lambda", "1", "--xi", "1"]],
    ["optimum", ["optimum", "--problem", problemFile(EVEN)]],
    ["repeated", ["repeated", "--problem", problemFile(EVEN), "--lambda", "1", "--rounds", "1"]],
    [
      "logistic",
      ["logistic", "--class-size", "9", "--similarity", "0.3", "--lambda", "1", "--flip-rate", "0.1", "--xi", "1"],
    ],
    ["list", ["list"]],
  ];
  test.each(samples)("%s: a field more, a field less, another schema, another type", async (name, args) => {
    const value = await held(name, args);
    expect(objections(name, { ...value, more: 1 })).not.toEqual([]);
    expect(objections(name, { ...value, schema: 2 })).not.toEqual([]);
    for (const key of Object.keys(value)) {
      const { [key]: _, ...less } = value;
      expect(objections(name, less), key).not.toEqual([]);
      expect(objections(name, { ...value, [key]: { some: "thing" } }), key).not.toEqual([]);
    }
  });

  test("null without its reason, and a reason without null", async () => {
    const silent = problemFile({ singularValues: [1], signal: [0], noiseVariance: 0 });
    const value = await held("ridge", ["ridge", "--problem", silent, "--lambda", "1", "--xi", "1"]);
    const { optimalXiReason, ...unexplained } = value;
    expect([value["optimalXi"], typeof optimalXiReason]).toEqual([null, "string"]);
    expect(objections("ridge", unexplained)).not.toEqual([]);
    expect(objections("ridge", { ...value, optimalXi: 1 })).not.toEqual([]);
    expect(objections("ridge", { ...value, gainReason: "a reason for a number that is there" })).not.toEqual([]);
  });

  test.each([
    { ...EVEN, more: 1 },
    { ...EVEN, singularValues: "2, 1" },
    { singularValues: [1], signal: [1] },
    { design: 3, parameter: [1], noiseVariance: 1 },
    { squaredSingularValues: [true], squaredSignal: [1], noiseVariance: 1 },
    [],
    null,
  ])("a problem file that the commands refuse: %j", async (problem) => {
    expect(objections("problem", problem)).not.toEqual([]);
    const path = join(folder, "refused.json");
    writeFileSync(path, JSON.stringify(problem));
    expect((await sdTheoremsHere(["optimum", "--problem", path])).status).toBe(2);
  });
});

test("a number that JSON does not have is refused, not written as null", async () => {
  const { documentOf } = await import("../../src/cli/output.ts");
  expect(() => documentOf({ deep: [{ condition: Infinity }] })).toThrow(
    "condition is Infinity, which JSON cannot say; see it without --json",
  );
  expect(documentOf({ none: null })).toBe('{\n  "schema": 1,\n  "none": null\n}\n');
});
