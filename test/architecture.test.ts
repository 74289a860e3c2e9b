import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { circlesOf } from "../scripts/structure/circles.ts";
import { readImports } from "../scripts/structure/imports.ts";
import { packageRoot } from "../src/data/index.ts";

const root = packageRoot();

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ["src", "proofs", "web"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => join(folder, file)),
);

const graph = readImports(root);
const imports: Import[] = [...graph].flatMap(([from, used]) => used.map((to) => ({ from, to })));

/** What a claim is written with. */
const THEORY = [
  "src/formula",
  "src/statistics",
  "src/random",
  "src/data",
  "src/ridge",
  "src/logistic",
  "src/softmax",
  "src/evidence",
];

/** The rooms of the project, and which others each may use. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  "src/formula": [],
  "src/statistics": [],
  "src/random": ["src/data"],
  "src/data": [],
  "src/matrix": ["src/data"],
  "src/ridge": ["src/formula", "src/statistics", "src/random", "src/matrix", "src/data"],
  "src/logistic": ["src/formula", "src/statistics", "src/random", "src/data"],
  "src/softmax": ["src/formula", "src/statistics", "src/random", "src/data", "src/matrix"],
  "src/evidence": ["src/formula", "src/statistics", "src/random", "src/data"],
  "src/coq": ["src/formula", "src/data", "src/evidence"],
  proofs: [...THEORY, "src/matrix"],
  "src/run": ["src/data", "src/softmax", "src/evidence", "src/coq", "proofs"],
  "src/report": [...THEORY, "src/run"],
  "src/library": [...THEORY, "src/coq", "src/run", "proofs"],
  web: ["src/formula", "src/statistics", "src/random", "src/data", "src/ridge", "src/logistic"],
  "src/cli": [
    "src/data",
    "src/random",
    "src/evidence",
    "src/ridge",
    "src/logistic",
    "src/softmax",
    "src/run",
    "src/report",
    "proofs",
  ],
};

const roomOf = (file: string): string => {
  const [first, second] = file.split("/") as [string, string];
  return first === "src" ? `${first}/${second}` : first;
};

/** A room's doors: what there is in it, and what of that needs no files. */
const DOORS = /\/(index|portable)\.ts$/;

describe("imports run downward only", () => {
  test.each(Object.entries(mayUse))("%s uses only %j", (room, allowed) => {
    const used = imports.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room);
    expect(used.filter(({ to }) => !allowed.includes(roomOf(to)))).toEqual([]);
  });

  test("and every folder of src is a room with such a rule", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => `src/${name}`).toSorted()).toEqual(
      Object.keys(mayUse)
        .filter((room) => room.startsWith("src/"))
        .toSorted(),
    );
  });
});

describe("the storeys of src/ridge", () => {
  /** From the ground up: each may use those that it names, which all come before it. */
  const ladder: Readonly<Record<string, readonly string[]>> = {
    book: [],
    simulation: [],
    problem: ["book"],
    reading: ["book", "problem"],
    rounds: ["book", "problem", "reading"],
    "design-spectrum": ["problem"],
    optimum: ["book", "problem", "design-spectrum"],
    experiment: ["problem", "simulation"],
  };
  const storeyOf = (file: string): string => file.split("/")[2]!;
  const between = imports.filter(
    ({ from, to }) => [from, to].every((file) => file.startsWith("src/ridge/")) && storeyOf(from) !== storeyOf(to),
  );

  test.each(Object.entries(ladder))("%s uses only %j", (storey, allowed) => {
    const above = between.filter(({ from, to }) => storeyOf(from) === storey && !allowed.includes(storeyOf(to)));
    expect(above).toEqual([]);
  });

  test("each stands on storeys named before it, and uses all that it names", () => {
    const storeys = Object.keys(ladder);
    for (const [storey, allowed] of Object.entries(ladder)) {
      expect(allowed.filter((name) => !storeys.slice(0, storeys.indexOf(storey)).includes(name))).toEqual([]);
      const used = new Set(between.filter(({ from }) => storeyOf(from) === storey).map(({ to }) => storeyOf(to)));
      expect([...used].toSorted(), storey).toEqual([...allowed].toSorted());
    }
  });

  test("and every file of src/ridge lies in one, but for the doors", () => {
    const entries = readdirSync(join(root, "src", "ridge"), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.toSorted()).toEqual(Object.keys(ladder).toSorted());
    const flat = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(flat.toSorted()).toEqual(["index.ts", "portable.ts"]);
  });
});

test("no file reaches itself through its imports, types included", () => {
  expect(circlesOf(graph)).toEqual([]);
});

test("docs/architecture.md says of each room what it uses, as the rules here do", () => {
  const text = readFileSync(join(root, "docs", "architecture.md"), "utf8");
  const rooms = text.slice(text.indexOf("## Rooms and directions"), text.indexOf("## The storeys of"));
  const rows = [...rooms.matchAll(/^\| `([\w/]+)\/` +\|[^|]+\| ([\w, ]+?) +\|$/gm)];
  const said = rows.map(([, room, uses]) => [room, uses === "nothing" ? [] : uses!.split(", ")]);
  const held = Object.entries(mayUse).map(([room, uses]) => [room, uses.map((name) => name.replace("src/", ""))]);
  expect(said).toEqual(held);
});

test("a room is entered through its index, or through what of it is portable", () => {
  const aside = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && !DOORS.test(to));
  expect(aside.filter(({ from }) => from !== "src/index.ts")).toEqual([]);
});

test("src names the project's own claims where commands and the library begin, and where workers find them", () => {
  const naming = imports.filter(({ from, to }) => roomOf(from) !== "proofs" && roomOf(to) === "proofs");
  const aside = naming.filter(({ from }) => !["src/cli", "src/library"].includes(roomOf(from)));
  expect(aside.map(({ from }) => from)).toEqual(["src/run/claims/own-claims.ts"]);
});

test("what is public is named in src/library, and in names alone", () => {
  const ofIndex = imports.filter(({ from }) => from === "src/index.ts").map(({ to }) => to);
  const pages = files.map((file) => file.replaceAll(sep, "/")).filter((file) => file.startsWith("src/library/"));
  expect(ofIndex.toSorted()).toEqual(pages.toSorted());
  for (const page of pages) expect(readFileSync(join(root, page), "utf8")).not.toMatch(/export \*/);
});

test("what the page in web/ rests on needs nothing of Node, but for the file that it has another in place of", () => {
  const replaced = "src/data/compiled-code.ts";
  const reached = new Set(files.map((file) => file.replaceAll(sep, "/")).filter((file) => file.startsWith("web/")));
  for (const file of reached) {
    for (const { from, to } of imports) if (from === file && to !== replaced) reached.add(to);
  }
  expect(reached).toContain("src/ridge/optimum/optimum.ts");
  const bound = [...reached].filter((file) => /from "node:|process\./.test(readFileSync(join(root, file), "utf8")));
  expect(bound).toEqual([]);
});

test.each(["src/ridge", "src/logistic", "src/softmax"])(
  "simulations and direct estimators in %s know no closed form",
  (room) => {
    const inSimulation = imports.filter(({ from }) => from.startsWith(`${room}/simulation/`));
    expect(inSimulation.length).toBeGreaterThan(5);
    const outside = inSimulation.filter(({ to }) => !to.startsWith(`${room}/simulation/`));
    const withoutForms = new Set(["src/random", "src/matrix", "src/statistics", "src/data"]);
    expect(outside.filter(({ to }) => !withoutForms.has(roomOf(to)))).toEqual([]);
  },
);

test("the kernel rests on the expression tree and the symbols' domains alone", () => {
  const ofKernel = imports.filter(({ from }) => from.startsWith("src/formula/kernel/"));
  const outside = ofKernel.filter(({ to }) => !to.startsWith("src/formula/kernel/")).map(({ to }) => to);
  expect(new Set(outside)).toEqual(new Set(["src/formula/expression.ts", "src/formula/symbols.ts"]));
});

test("the kernel stays short enough to read: at most 450 lines", () => {
  const lines = files
    .filter((file) => file.replaceAll(sep, "/").startsWith("src/formula/kernel/"))
    .map((file) => readFileSync(join(root, file), "utf8").trimEnd().split("\n").length);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(450);
});

test("only the command line prints or exits", () => {
  // Examples in docstrings print, and code does not.
  const codeOf = (file: string): string => readFileSync(join(root, file), "utf8").replaceAll(/^ *\* .*$/gm, "");
  const speaking = files.filter((file) => /process\.(stdout|stderr|exit)|console\./.test(codeOf(file)));
  // A worker process is a program of its own: it ends itself.
  expect(speaking.filter((file) => !file.startsWith(join("src", "cli")))).toEqual([
    join("src", "run", "carry-out", "worker-entry.ts"),
  ]);
});

test("what the command line says goes out in one place, which spells out what no terminal should be given", () => {
  const speaking = files.filter(
    (file) =>
      file.startsWith(join("src", "cli")) &&
      /process\.std(out|err)\.write|process\[stream\]/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(speaking).toEqual([join("src", "cli", "output.ts")]);
});

test("no documentation comment stands on another: one of them is of something else", () => {
  const stacked = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    return lines.flatMap((line, i) =>
      line.trimEnd().endsWith("*/") && lines[i + 1]?.trimStart().startsWith("/**") ? [`${file}:${i + 1}`] : [],
    );
  });
  expect(stacked).toEqual([]);
});
