import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { circlesOf, componentsOf, type Graph } from "../../scripts/structure/circles.ts";
import { type Imports, readImports } from "../../scripts/structure/imports.ts";
import { roomsOf, structureOf } from "../../scripts/structure/rooms.ts";
import { packageRoot } from "../../src/data/index.ts";

const graphOf = (arrows: Readonly<Record<string, readonly string[]>>): Graph => new Map(Object.entries(arrows));

describe("circles", () => {
  test("a circle is found wherever it is entered, and with it none of what leads to it or away from it", () => {
    const graph = graphOf({ door: ["one"], one: ["two"], two: ["three"], three: ["one", "ground"], ground: [] });
    expect(circlesOf(graph)).toEqual([["one", "three", "two"]]);
  });

  test("two that share a node are one, two that do not are two, and what leads to itself is one of its own", () => {
    expect(circlesOf(graphOf({ a: ["b", "c"], b: ["a"], c: ["a"], d: ["e"], e: ["d"], f: ["f"] }))).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
      ["f"],
    ]);
  });

  test("where all arrows lead down there is none, even if many ways lead to one node", () => {
    expect(circlesOf(graphOf({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
  });

  test("two nodes share a component exactly where each leads to the other, on any graph", () => {
    const arrow = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(arrow, { maxLength: 20 }), (arrows) => {
        const nodes = Array.from({ length: 7 }, (_, i) => i);
        // Warshall: what is reached over the first k nodes.
        const reaches = nodes.map((i) =>
          nodes.map((j) => i === j || arrows.some(([from, to]) => from === i && to === j)),
        );
        for (const k of nodes)
          for (const i of nodes) for (const j of nodes) reaches[i]![j] ||= reaches[i]![k]! && reaches[k]![j]!;
        const graph = new Map(
          nodes.map((i) => [String(i), arrows.filter(([from]) => from === i).map(([, to]) => String(to))]),
        );
        const components = componentsOf(graph);
        expect(components.flat().toSorted()).toEqual(nodes.map(String));
        const componentOf = (i: number): number => components.findIndex((each) => each.includes(String(i)));
        for (const i of nodes)
          for (const j of nodes) {
            expect(componentOf(i) === componentOf(j)).toBe(reaches[i]![j]! && reaches[j]![i]!);
            // Each stands after those that it leads to.
            if (reaches[i]![j]!) expect(componentOf(j)).toBeLessThanOrEqual(componentOf(i));
          }
      }),
    );
  });
});

describe("the structure of a folder", () => {
  const imports: Imports = new Map([
    ["src/x/index.ts", ["src/x/top.ts"]],
    ["src/x/top.ts", ["src/x/deep/one.ts", "src/x/base.ts", "src/y/other.ts"]],
    ["src/x/deep/one.ts", ["src/x/deep/two.ts"]],
    ["src/x/deep/two.ts", ["src/x/deep/one.ts", "src/x/base.ts"]],
    ["src/x/base.ts", []],
    ["src/y/other.ts", []],
  ]);

  test("has a room for each thing that lies in it, and an arrow for each pair of which one uses the other", () => {
    expect(roomsOf(imports, "src/x")).toEqual(
      graphOf({ "index.ts": ["top.ts"], "top.ts": ["base.ts", "deep"], deep: ["base.ts"], "base.ts": [] }),
    );
  });

  test("is measured: a circle within a room is no arrow up", () => {
    const circles = [["src/x/deep/one.ts", "src/x/deep/two.ts"]];
    expect(structureOf(imports, "src/x")).toEqual({ rooms: 4, floors: 4, arrows: 4, up: 0, circles });
    expect(structureOf(imports, "src")).toEqual({ rooms: 2, floors: 2, arrows: 1, up: 0, circles });
    expect(structureOf(imports, "src/z")).toBeNull();
  });

  test("has as few arrows up as the best order leaves", () => {
    // Three rooms that all use the ground, which uses one of them: to turn that one arrow opens the circle.
    const files = { "src/a.ts": ["d"], "src/b.ts": ["d"], "src/c.ts": ["d"], "src/d.ts": ["a", "e"], "src/e.ts": [] };
    const graph = new Map(Object.entries(files).map(([file, used]) => [file, used.map((name) => `src/${name}.ts`)]));
    const circles = [["src/a.ts", "src/d.ts"]];
    expect(structureOf(graph, "src")).toEqual({ rooms: 5, floors: 3, arrows: 5, up: 1, circles });
  });
});

describe("imports", () => {
  const root = mkdtempSync(join(tmpdir(), "structure-"));
  afterAll(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write("src/a.ts", 'import type { B } from "./b.ts";\nimport { c } from "../proofs/c.ts";\nexport * from "./b.ts";\n');
  write("src/b.ts", '/**\n * import { a } from "./a.ts";\n */\n// import "./a.ts"\nimport fs from "node:fs";\n');
  write("proofs/c.ts", 'export const later = async () => import("../src/b.ts");\nimport "./d.d.ts";\n');
  write("proofs/d.d.ts", "");

  test("are read with those of types, once each, and without what comments show", () => {
    expect(Object.fromEntries(readImports(root))).toEqual({
      "proofs/c.ts": ["src/b.ts", "proofs/d.d.ts"],
      "src/a.ts": ["src/b.ts", "proofs/c.ts"],
      "src/b.ts": [],
    });
  });

  test("npm run structure measures the checkout that it is given, and says what is wrong with a folder that is none", () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(packageRoot(), "dist", "scripts", "structure.js"), ...args], {
        encoding: "utf8",
      });
    expect(run(root).stdout).toMatch(/^src +2 +2 +1 +0 +0$/m);
    expect(run(root).stdout).toMatch(/^src\/ridge +– +– +– +– +–$/m);
    const { status, stderr } = run(join(root, "proofs"));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^".*" has no folder src; expected the root of a checkout\n$/),
    ]);
  });
});
