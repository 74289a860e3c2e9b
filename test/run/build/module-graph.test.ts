import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InvalidInput, packageRoot } from "../../../src/data/index.ts";
import { graphOf } from "../../../src/run/build/module-graph.ts";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "graph-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
const digest = (name = "c.mjs"): string => graphOf(join(folder, name)).digest;

/** Ways in which a module may load another: the files, and the one whose change must be seen. */
const ways: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, changed: string]>> = {
  "import { … } from": [{ "c.mjs": 'import { x } from "./h.mjs";', "h.mjs": "export const x = 1;" }, "h.mjs"],
  "import for its effect": [{ "c.mjs": 'import "./h.mjs";', "h.mjs": "globalThis.x = 1;" }, "h.mjs"],
  "export * from": [{ "c.mjs": 'export * from "./h.mjs";', "h.mjs": "export const x = 1;" }, "h.mjs"],
  "export { … } from": [{ "c.mjs": 'export { x } from "./h.mjs";', "h.mjs": "export const x = 1;" }, "h.mjs"],
  "import() of a literal": [{ "c.mjs": 'await import("./h.mjs");', "h.mjs": "" }, "h.mjs"],
  "import() of a template": [{ "c.mjs": "await import(`./h.mjs`);", "h.mjs": "" }, "h.mjs"],
  "import() of a URL beside it": [
    { "c.mjs": 'await import(new URL("h.mjs", import.meta.url).href);', "h.mjs": 'import "./i.mjs";', "i.mjs": "" },
    "i.mjs",
  ],
  "a module that a module imports": [
    { "c.mjs": 'import "./lib/h.mjs";', "lib/h.mjs": 'import "../i.mjs";', "i.mjs": "" },
    "i.mjs",
  ],
  "modules in a circle": [
    { "c.mjs": 'import "./h.mjs";', "h.mjs": 'import "./i.mjs";', "i.mjs": 'import "./c.mjs"; import "./h.mjs";' },
    "i.mjs",
  ],
  JSON: [{ "c.mjs": 'import x from "./h.json" with { type: "json" };', "h.json": "{}" }, "h.json"],
  "a query behind the name": [{ "c.mjs": 'import "./h.mjs?v=1#a";', "h.mjs": "" }, "h.mjs"],
  "a name with an escape": [{ "c.mjs": String.raw`import "./h\u002emjs";`, "h.mjs": "" }, "h.mjs"],
  "a name with blanks": [{ "c.mjs": 'import "./a%20b.mjs";', "a b.mjs": "" }, "a b.mjs"],
  CommonJS: [{ "c.cjs": 'const { x } = require("./h");', "h.js": "exports.x = 1;" }, "h.js"],
  "CommonJS with a return at its top": [{ "c.cjs": 'if (!require("./h")) return;', "h.js": "exports.x = 1;" }, "h.js"],
  "a folder that is required": [{ "c.cjs": 'require("./lib")', "lib/index.js": "" }, "lib/index.js"],
  "module.require": [{ "c.cjs": 'module.require("./h.js")', "h.js": "" }, "h.js"],
  createRequire: [
    {
      "c.mjs":
        'import { createRequire as c } from "node:module"; import * as m from "node:module"; const load = m.createRequire(import.meta.url); load("./h.cjs");',
      "h.cjs": "",
    },
    "h.cjs",
  ],
  "createRequire, called at once": [
    { "c.mjs": 'import { createRequire } from "node:module"; createRequire(import.meta.url)("./h.cjs");', "h.cjs": "" },
    "h.cjs",
  ],
  "createRequire and require under other names": [
    {
      "c.mjs":
        'import { createRequire as make } from "node:module"; const a = make(import.meta.url); let b; b = make(import.meta.url); a("./h.cjs"); b("./h.cjs");',
      "h.cjs": 'const load = require; load("./i.cjs");',
      "i.cjs": "",
    },
    "i.cjs",
  ],
  "an alias of its package": [
    { "c.mjs": 'import "#h";', "lib/h.mjs": "", "package.json": '{"imports":{"#h":"./lib/h.mjs"}}' },
    "lib/h.mjs",
  ],
  "its own package by name": [
    { "c.mjs": 'import "own/h";', "h.mjs": "", "package.json": '{"name":"own","exports":{"./h":"./h.mjs"}}' },
    "h.mjs",
  ],
  "a worker of its own": [
    { "c.mjs": 'new Worker(new URL("./w.mjs", import.meta.url));', "w.mjs": 'import "./h.mjs"', "h.mjs": "" },
    "h.mjs",
  ],
  "data that it reads": [
    { "c.mjs": 'readFileSync(new URL("./data.csv", import.meta.url));', "data.csv": "1,2" },
    "data.csv",
  ],
  "a package's entry": [
    {
      "c.mjs": 'import "p";',
      "node_modules/p/package.json": '{"name":"p","version":"1.0.0","main":"m.js"}',
      "node_modules/p/m.js": "",
    },
    "node_modules/p/m.js",
  ],
  "a package without a version": [
    {
      "c.mjs": 'import "p";',
      "node_modules/p/package.json": '{"main":"m.js"}',
      "node_modules/p/m.js": 'require("./n")',
      "node_modules/p/n.js": "",
    },
    "node_modules/p/n.js",
  ],
};

describe("a change is seen in what is loaded by", () => {
  test.each(Object.entries(ways))("%s", (_, [files, changed]) => {
    put(files);
    const [module] = Object.keys(files) as [string];
    const before = digest(module);
    expect(graphOf(join(folder, module)).computed).toEqual([]);
    expect(digest(module)).toBe(before);
    put({ [changed]: `${files[changed]} ` });
    expect(digest(module)).not.toBe(before);
  });

  test("a package, by its version and those of what it depends on", () => {
    const p = '{"name":"p","version":"1.0.0","main":"m.js","dependencies":{"q":"*"}}';
    put({ "c.mjs": 'import "p";', "node_modules/p/package.json": p, "node_modules/p/m.js": 'require("q")' });
    put({ "node_modules/q/package.json": '{"name":"q","version":"1.0.0"}', "node_modules/q/index.js": "" });
    const before = digest();
    put({ "node_modules/q/package.json": '{"name":"q","version":"1.0.1"}' });
    expect(digest()).not.toBe(before);
    put({ "node_modules/q/package.json": '{"name":"q","version":"1.0.0"}' });
    expect(digest()).toBe(before);
    put({ "node_modules/p/package.json": p.replace("1.0.0", "1.0.2") });
    expect(digest()).not.toBe(before);
  });

  test("a symbolic link, where it leads", () => {
    put({ "c.mjs": 'import "./h.mjs";', "one.mjs": "export const x = 1;", "two.mjs": "export const x = 2;" });
    symlinkSync("one.mjs", join(folder, "h.mjs"));
    const before = digest();
    put({ "one.mjs": "export const x = 3;" });
    const changed = digest();
    rmSync(join(folder, "h.mjs"));
    symlinkSync("two.mjs", join(folder, "h.mjs"));
    expect(new Set([before, changed, digest()]).size).toBe(3);
  });

  test("a module that is there only later", () => {
    put({ "c.mjs": 'import("./h.mjs").catch(() => {});' });
    const before = digest();
    put({ "h.mjs": "" });
    expect(digest()).not.toBe(before);
  });
});

test("the digest does not depend on the folder, nor on a link to the module; it does on what stands in its text", () => {
  put({ "a/c.mjs": 'import "./h.mjs";', "a/h.mjs": "1", "b/c.mjs": 'import "./h.mjs";', "b/h.mjs": "1" });
  symlinkSync(join(folder, "a", "c.mjs"), join(folder, "link.mjs"));
  expect(digest("b/c.mjs")).toBe(digest("a/c.mjs"));
  expect(digest("link.mjs")).toBe(digest("a/c.mjs"));
  put({ "b/h.mjs": "2" });
  expect(digest("b/c.mjs")).not.toBe(digest("a/c.mjs"));
});

test("this package's own code is not looked at again, under its name or its path, nor is what Node has", () => {
  const own = join(packageRoot(), "dist", "src", "index.js");
  put({ "c.mjs": `import ${JSON.stringify(own)}; import "node:fs"; import "fs"; import "data:text/javascript,1";` });
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const alone = [["c.mjs", sha256(readFileSync(join(folder, "c.mjs"), "utf8"))]];
  expect(digest()).toBe(sha256(JSON.stringify(alone)));
});

test.each([
  ["import() of a variable", 'const x = "./h.mjs";\nawait import(x);', [2]],
  ["import() of a sum", 'await import("./" + "h.mjs");', [1]],
  ["import() of a template with a substitution", "await import(`./${name}.mjs`);", [1]],
  ["require of a variable", "require(name);\n\nrequire(name);", [1, 3]],
  ["createRequire in an object", 'const all = { load: createRequire(import.meta.url) };\nall.load("./h.cjs");', [1]],
  ["createRequire that is handed over", "\nload(createRequire(import.meta.url));", [2]],
  ["a worker by a path", 'new Worker("./w.mjs");', [1]],
  ["createRequire of a variable", "const load = createRequire(import.meta.url);\nload(name);", [2]],
])("what cannot be followed is said, with its line: %s", (_, text, lines) => {
  put({ "c.mjs": 'import "./lib/h.mjs";', "lib/h.mjs": text });
  expect(graphOf(join(folder, "c.mjs")).computed).toEqual(lines.map((line) => `lib/h.mjs, line ${line}`));
});

test.each([
  ["no JavaScript", { "c.mjs": "nonsense(" }, "c.mjs is no JavaScript: "],
  ["not there", {}, "c.mjs: there is no such file or folder"],
  ["TypeScript", { "c.mjs": 'import "./h.ts";', "h.ts": "" }, "h.ts is TypeScript; compile it"],
  ["a folder", { "c.mjs/x": "" }, "c.mjs is no file"],
])("a module that is %s is refused in one sentence", (_, files, message) => {
  put(files);
  expect(() => digest()).toThrow(InvalidInput);
  expect(() => digest()).toThrow(message);
});
