import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programFor } from "../../src/cli/command-line.ts";
import { INPUTS, OUTPUTS } from "../../src/cli/outputs.ts";
import { sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "outputs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const program = await programFor();
const commands = program.commands.map((command) => {
  const outputs = command.options.filter((option) => Object.hasOwn(OUTPUTS, option.attributeName()));
  return { command, name: command.name(), outputs };
});

/** What a command has to be given besides, so that its outputs are all that is wrong. */
const needed: Readonly<Record<string, readonly string[]>> = {
  ridge: ["--problem", "p.json", "--lambda", "1", "--xi", "1"],
  optimum: ["--problem", "p.json"],
  repeated: ["--problem", "p.json", "--lambda", "1", "--xi", "1"],
  simulate: ["--problem", "p.json", "--lambda", "1", "--xi", "1"],
  logistic: ["--class-size", "10", "--similarity", "0.5", "--lambda", "1", "--flip-rate", "0.2", "--xi", "1"],
  search: ["condition-not-necessary"],
  merge: ["part.jsonl"],
  distill: ["--dataset", "digits"],
};

beforeAll(() => {
  writeFileSync(join(folder, "p.json"), '{"design": "d.csv", "parameter": [1, 2], "noiseVariance": 1}');
  writeFileSync(join(folder, "d.csv"), "a,b\n1,2.5\n3,4\n");
  writeFileSync(join(folder, "part.jsonl"), "");
  writeFileSync(join(folder, "claims.mjs"), "throw new Error('it is run before outputs are looked at');\n");
  mkdirSync(join(folder, "taken"));
  linkSync(join(folder, "p.json"), join(folder, "hard.json"));
  symlinkSync("p.json", join(folder, "soft.json"));
});

test("every option that takes a file or a folder is known as an input or an output", () => {
  const unknown = commands.flatMap(({ command, name }) =>
    command.options
      .filter(({ flags }) => /<(?:file|folder|path)>/.test(flags))
      .filter((option) => ![...Object.keys(OUTPUTS), ...INPUTS].includes(option.attributeName()))
      .map(({ flags }) => `${name} ${flags}`),
  );
  expect(unknown).toEqual([]);
  expect(commands.flatMap(({ outputs }) => outputs).length).toBeGreaterThan(12);
});

const refused = async (args: readonly string[]): Promise<string> => {
  const before = readdirSync(folder).toSorted();
  const { status, stdout, stderr } = await sdTheoremsHere(args, { cwd: folder });
  expect([status, stdout], args.join(" ")).toEqual([2, ""]);
  expect(stderr).toMatch(/^sd-theorems: [^\n]+\n$/);
  expect(readdirSync(folder).toSorted()).toEqual(before);
  return stderr;
};

const bad: readonly [string, RegExp, "file" | "folder" | "both"][] = [
  ["", /without a name/, "both"],
  ["none/result", /there is no such file or folder/, "file"],
  ["p.json/result", /a part of its path is not a folder/, "both"],
  ["taken", /it is a folder/, "file"],
  ["p.json", /there is a file of that name/, "folder"],
  ["new/", /its path ends as that of a folder/, "file"],
  ["x".repeat(300), /its name is too long/, "both"],
  ["/proc/sd-theorems", /cannot write/, "both"],
];

describe.each(commands.filter(({ outputs }) => outputs.length > 0))("$name", ({ name, outputs }) => {
  test.each(outputs.map((option) => [option.long!, option.attributeName()] as const))(
    "tells at once that it cannot write %s",
    async (flag, attribute) => {
      for (const [path, message, kind] of bad) {
        if (kind !== "both" && kind !== OUTPUTS[attribute]) continue;
        // The journal needs no other option, and the others must not be refused for another reason.
        expect(await refused([name, ...(needed[name] ?? []), flag, path]), path).toMatch(message);
      }
    },
  );

  test("writes no two outputs to one file, and none over an input", async () => {
    const files = outputs.filter((option) => OUTPUTS[option.attributeName()] === "file");
    const [first, second] = files;
    const given = needed[name] ?? [];
    if (first !== undefined && second !== undefined) {
      expect(await refused([name, ...given, first.long!, "o.json", second.long!, "./o.json"])).toMatch(
        /are the same file; expected another to write to$/m,
      );
    }
    for (const { long, attributeName } of files.map((option) => ({
      long: option.long!,
      attributeName: option.attributeName(),
    }))) {
      const inputs = given.includes("p.json") ? ["p.json", "./p.json", "hard.json", "soft.json"] : [];
      for (const path of inputs) {
        expect(await refused([name, ...given, long, path]), attributeName).toMatch(
          /and --problem p\.json are the same file/,
        );
      }
    }
  });
});

test("a report's files are outputs as well", async () => {
  mkdirSync(join(folder, "report"));
  expect(await refused(["check", "--report", "report", "--json", "report/index.html"])).toMatch(
    /--report report and --json report\/index\.html are the same file|--json report\/index\.html and --report report are the same file/,
  );
});

test("a design, a part, a module and features are not overwritten", async () => {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const before = read("d.csv");
  for (const name of ["ridge", "optimum", "repeated", "simulate"]) {
    expect(await refused([name, ...needed[name]!, "--json", "d.csv"])).toMatch(
      /p\.json: the design would be overwritten by d\.csv; expected another file to write to/,
    );
  }
  expect(read("d.csv")).toBe(before);
  expect(await refused(["merge", "part.jsonl", "--json", "part.jsonl"])).toMatch(/and part\.jsonl are the same file/);
  expect(await refused(["list", "--claims", "claims.mjs", "--json", "claims.mjs"])).toMatch(/and --claims claims\.mjs/);
  const own = ["distill", "--features", "x.npz:a", "--labels", "x.npz:b", "--test-share", "0.5"];
  expect(await refused([...own, "--json", "x.npz"])).toMatch(/and --features x\.npz:a are the same file/);
});

test("outputs are looked at before modules of claims are run", async () => {
  for (const name of ["check", "report", "list"]) {
    const flag = name === "report" ? "--out" : "--json";
    const path = name === "report" ? "p.json" : "none/x.json";
    expect(await refused([name, "--claims", "claims.mjs", flag, path])).not.toContain("it is run");
  }
});

test("a report to standard output makes no folder, and its journal is looked at all the same", async () => {
  expect(await refused(["report", "--out", "-", "--journal", "p.json/x"])).toMatch(
    /a part of its path is not a folder/,
  );
});
