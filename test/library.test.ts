import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../src/data/index.ts";
import * as library from "../src/index.ts";

const root = packageRoot();
const namespaces = { logistic: library.logistic, ridge: library.ridge, softmax: library.softmax };

/** What a page of src/library exports: all names, and those that are there when a program runs. */
const pages = readdirSync(join(root, "src", "library")).map((file) => {
  const text = readFileSync(join(root, "src", "library", file), "utf8");
  const lists = [...text.matchAll(/export (type )?\{([^}]*)\} from/g)];
  const exported = lists.flatMap(([, isType = "", list]) =>
    list!
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => isType + name),
  );
  const values = exported.filter((name) => !name.startsWith("type "));
  return { page: basename(file, ".ts"), names: exported.map((name) => name.replace("type ", "")), values };
});

/** The entries of a page of the reference: a name, and what comes first below it. */
function entriesOf(page: string): { readonly name: string; readonly text: string }[] {
  const markdown = readFileSync(join(root, "docs", "api", `${page}.md`), "utf8");
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [heading, ...lines] = section.split("\n");
      const text = lines.find((line) => !/^(\s*|>.*)$/.test(line)) ?? "";
      return { name: heading!.replace(/\(\)$/, "").replaceAll("\\", ""), text };
    });
}

/** Namespaces have pages of their own, which this page only lists. */
function namespacesOf(page: string): string[] {
  const markdown = readFileSync(join(root, "docs", "api", `${page}.md`), "utf8");
  return [...markdown.matchAll(/^\| \[(\w+)\]\(\S+Namespace\S+\) \| \S/gm)].map(([, name]) => name!);
}

describe("the reference", () => {
  test.each(pages)("lists all that is exported on page $page, and no more", ({ page, names }) => {
    const listed = [...entriesOf(page).map(({ name }) => name), ...namespacesOf(page)];
    expect(listed.toSorted()).toEqual(names.toSorted());
  });

  test.each(pages)("says something of every entry of page $page", ({ page }) => {
    const silent = entriesOf(page).filter(({ text }) => !/^[^#|<*]/u.test(text));
    expect(silent).toEqual([]);
  });

  test("has a page for whatever the package exports, and for nothing else", () => {
    const own = pages.filter(({ page }) => !(page in namespaces));
    const byName = own.flatMap(({ values }) => values);
    expect(Object.keys(library).toSorted()).toEqual([...byName, ...Object.keys(namespaces)].toSorted());
    for (const [namespace, exported] of Object.entries(namespaces)) {
      const { values } = pages.find(({ page }) => page === namespace)!;
      expect(Object.keys(exported).toSorted()).toEqual(values.toSorted());
    }
  });
});

interface Example {
  /** The file and the line of code that the example is written at. */
  readonly of: string;
  readonly program: string;
  /** What its comments say that it prints: those after a statement, and those that directly follow a line of code. */
  readonly prints: string;
}

const examples: Example[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .toSorted()
  .flatMap((file) => {
    const text = readFileSync(join(root, "src", file), "utf8");
    return [...text.matchAll(/ \* @example\n \* ```ts\n(.*?) \* ```\n \*\/\n(.*)/gs)].map(([, code, after]) => {
      const program = code!.replaceAll(/^ \* ?/gm, "");
      return { of: `${file}: ${after!.split("\n")[0]}`, program, prints: printedBy(program) };
    });
  });

function printedBy(program: string): string {
  const lines = program.split("\n");
  return lines
    .flatMap((line, i) => {
      const [, comment] = /^\s*\/\/ (.*)$/.exec(line) ?? /; \/\/ (.*)$/.exec(line) ?? [];
      return comment === undefined || lines[i - 1] === "" ? [] : [comment];
    })
    .join("\n");
}

describe("the examples of the docstrings", () => {
  // A folder of the package, so that "sd-theorems" is this package, as it was compiled for the tests.
  const folder = join(root, "dist", "examples-of-docstrings");
  let printed: readonly string[] = [];

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    examples.forEach(({ program }, i) => writeFileSync(join(folder, `${i}.mts`), program));
    examples.forEach(({ program }, i) => writeFileSync(join(folder, `${i}.mjs`), program));
    writeFileSync(join(folder, "all.mjs"), ALL);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.mts"] }));
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "all.mjs"), String(examples.length)], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    printed = JSON.parse(stdout) as string[];
  });

  test("are there", () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
    for (const { program, prints } of examples) {
      expect(program).toMatch(/ from "sd-theorems";\n/);
      expect(prints).not.toBe("");
    }
  });

  test.each(examples.map((example, i) => ({ ...example, i })))("print what they say: $of", ({ prints, i }) => {
    expect(printed[i]).toBe(prints);
  });

  test("have types that fit, as strictly as TypeScript checks", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder],
      { cwd: root, encoding: "utf8" },
    );
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
});

const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: "ES2022",
  module: "NodeNext",
  types: ["node"],
};

// One process for all: starting one takes longer than most examples.
const ALL = `
import { format } from "node:util";
const printed = [];
for (let i = 0; i < Number(process.argv[2]); i++) {
  const lines = [];
  console.log = (...values) => lines.push(format(...values));
  await import(\`./\${i}.mjs\`);
  printed.push(lines.join("\\n"));
}
process.stdout.write(JSON.stringify(printed));
`;
