import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { sdTheoremsEach } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const spectrum = { singularValues: [2, 1, 0.5], signal: [1, -0.5, 0.25], noiseVariance: 0.5 };
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
const journal = (name: string, settings: string): string =>
  file(
    name,
    `{"kind":"check","version":"0.1.0","seed":1,"plan":"","shard":{"index":1,"of":1},"settings":${settings}}\n`,
  );
const files = [
  file("spectrum.json", JSON.stringify(spectrum)),
  file("squares.json", '{"squaredSingularValues": [1, 2], "squaredSignal": ["3/5", "7/13"], "noiseVariance": 1}'),
  file("huge.json", JSON.stringify({ ...spectrum, singularValues: [1e200, 1e-200, 1] })),
  file("nested.json", deep),
  file("empty.json", ""),
  journal("journal.jsonl", "{}"),
  journal("nested.jsonl", deep),
  join(folder, "none"),
  folder,
  "/dev/null",
  "-",
];

const numbers = [
  "0",
  "-0",
  "1",
  "2",
  "-1",
  "0.5",
  "10",
  "1e308",
  "-1e308",
  "1e-308",
  "5e-324",
  "9007199254740993",
  "1e400",
];
const moderate = [
  ...numbers,
  ...["0.001", "0.1", "0.25", "0.49", "1", "3", "20", "1e-6", "1e6"].flatMap((text) => [text, text]),
];
const words = [
  "",
  " ",
  "-",
  "--",
  "NaN",
  "Infinity",
  "0x10",
  "1,2",
  ",",
  "1/2",
  "½",
  "٣",
  "{}",
  "🦋",
  "x".repeat(500),
  "__proto__",
];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom(...files) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string().map((text) => text.replaceAll("\0", "")) },
);

// Written to: nothing but files in the folder of this test.
const output = value.map((text) => (files.slice(0, -2).includes(text) ? text : text.replaceAll("/", "_")));

/** A command, what it always is given here, and the options that it knows: with one value each, or with none. */
const commands: readonly (readonly [string, string[], string[]])[] = [
  ["ridge", [], ["--problem", "--lambda", "--xi", "--json"]],
  ["optimum", [], ["--problem", "--json"]],
  ["repeated", [], ["--problem", "--lambda", "--xi", "--rounds", "--json"]],
  ["logistic", [], ["--class-size", "--similarity", "--lambda", "--flip-rate", "--xi", "--json"]],
  // A claim that there is not, as those that there are take long.
  [
    "check",
    ["no/claim"],
    [
      "--claims",
      "--evidence",
      "--seed",
      "--margin",
      "--engine",
      "--workers",
      "--time-limit",
      "--journal",
      "--shard",
      "--json",
    ],
  ],
  ["report", ["no/claim"], ["--from", "--format", "--out", "--claims", "--evidence"]],
  [
    "distill",
    [],
    [
      "--features",
      "--labels",
      "--test-features",
      "--test-labels",
      "--rows",
      "--xi",
      "--weight-decay",
      "--corruption",
      "--json",
    ],
  ],
  ["search", ["no/claim"], ["--seed", "--tries", "--workers", "--time-limit", "--json"]],
  ["merge", [files[5]!], ["--json"]],
  ["merge", [files[6]!], ["--json"]],
  ["worker", ["--queue", "redis://127.0.0.1:1"], ["--workers", "--lease", "--idle"]],
  ["worker", [], ["--queue"]],
  ["list", [], ["--json"]],
];

const commandLine = fc.constantFrom(...commands).chain(([command, always, options]) => {
  const some = fc
    .subarray(options)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((option) =>
          fc.tuple(fc.constant(option), option === "--json" || option === "--out" ? output : value),
        ),
      ),
    );
  const stray = fc.option(value, { nil: null, freq: 8 });
  return fc
    .tuple(some, stray)
    .map(([given, extra]) => [command, ...always, ...given.flat(), ...(extra === null ? [] : [extra])]);
});

/** All options of one of the commands that only compute, each with some number. */
const computation = fc.constantFrom(...commands.slice(0, 4)).chain(([command, , options]) => {
  const given = options.map((option) => {
    if (option === "--json") return fc.constant([option, "-"]);
    if (command === "repeated" && option === "--xi") return fc.constant([]);
    return fc.constantFrom(...(option === "--problem" ? files.slice(0, 5) : moderate)).map((text) => [option, text]);
  });
  return fc.tuple(...given).map((chosen) => [command, ...chosen.flat()]);
});

test("whatever is given, a command line gives a result, or one sentence and exit code 2: no stack trace, no hang", async () => {
  const seed = Date.now();
  const lines = fc.sample(fc.oneof(commandLine, computation), { numRuns: 250, seed });
  const runs = await sdTheoremsEach(lines, { cwd: folder });
  const wrong = runs.flatMap(({ status, stdout, stderr }, i) => {
    const isRefused = status === 2 && stdout === "" && /^sd-theorems: [^\n]+\n(\(Did you mean [^\n]+\n)?$/.test(stderr);
    const isDone = [0, 1, 3].includes(status!) && stdout !== "" && stderr === "";
    return isRefused || isDone
      ? []
      : [{ line: lines[i], status, stdout: stdout.slice(0, 300), stderr: stderr.slice(0, 600) }];
  });
  expect(wrong, `seed ${seed}`).toEqual([]);
});
