import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { readImports } from "../../scripts/structure/imports.ts";
import { packageRoot } from "../../src/data/index.ts";
import { claim, evidenceKinds } from "../../src/evidence/index.ts";

/* How proofs/ is laid out: a claim is a file, it opens with what it says, and what helps it stands elsewhere. */

const root = packageRoot();
const HYPOTHESES = "hypotheses";

const theories = readdirSync(join(root, "proofs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "coq")
  .map(({ name }) => name);

/** The names of a theory's own files, without those in its methods/. */
const filesOf = (theory: string): string[] =>
  readdirSync(join(root, "proofs", theory))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));

const claimFiles = theories.flatMap((theory) =>
  filesOf(theory)
    .filter((name) => name !== HYPOTHESES)
    .map((name) => `${theory}/${name}`),
);

const textOf = (file: string): string => readFileSync(join(root, "proofs", file), "utf8");
const exportsOf = async (file: string): Promise<unknown[]> =>
  Object.values((await import(join(root, "proofs", file))) as Record<string, unknown>);

/** Whether each kind comes after those before it in the order of reports. */
const isInOrder = (kinds: readonly string[]): boolean => {
  const places = kinds.map((kind) => (evidenceKinds as readonly string[]).indexOf(kind));
  return places.every((place, i) => i === 0 || places[i - 1]! <= place);
};

describe.each(claimFiles)("proofs/%s.ts", (id) => {
  const text = textOf(`${id}.ts`);
  const found = claims.find((each) => each.id === id);

  test("exports its claim and nothing else, which is listed in proofs/index.ts", async () => {
    expect(found).toBeDefined();
    expect(await exportsOf(`${id}.ts`)).toEqual([found]);
  });

  test("opens with the statement, and ends with the claim", () => {
    const declarations = [...text.matchAll(/^(?:export )?(?:const|function|interface|type|class) (\w+|\[)/gm)];
    expect(declarations[0]?.[1]).toBe("statement");
    const opening = text.slice(declarations[0]!.index);
    expect(opening.startsWith(`const statement = {\n  id: "${id}",\n`)).toBe(true);
    expect(text.slice(0, declarations[0]!.index).trimEnd().endsWith(";")).toBe(true);
    const closing = text.indexOf("export const");
    expect(text.slice(closing)).toMatch(/^export const \w+: Claim = \{\n {2}\.\.\.statement,\n/);
    expect(declarations.filter(({ index }) => index > closing)).toEqual([]);
  });

  test("has its evidence in the order of reports, in the file and in the claim", () => {
    const written = [...text.matchAll(/^const \w+ = (\w+)\(/gm)].map(([, call]) => call!);
    expect(isInOrder(written.filter((call) => (evidenceKinds as readonly string[]).includes(call)))).toBe(true);
    expect(isInOrder(found!.checks.map(({ kind }) => kind))).toBe(true);
  });

  test("passes claim(), as the claims of others must", () => {
    expect(claim(found!)).toBe(found);
  });
});

test("every claim has a file of its own", () => {
  expect(claims.map(({ id }) => id).toSorted()).toEqual(claimFiles.toSorted());
});

test("no claim is imported by another, or by what helps it", () => {
  const isClaim = (file: string): boolean => claimFiles.some((id) => file === `proofs/${id}.ts`);
  const users = [...readImports(root)].filter(([, used]) => used.some(isClaim)).map(([from]) => from);
  expect(users).toEqual(["proofs/index.ts"]);
});

describe.each(theories)("proofs/%s/hypotheses.ts", (theory) => {
  const ofTheory = claims.filter(({ id }) => id.startsWith(`${theory}/`));

  test("holds what several claims assume, or what a counterexample takes away, and nothing else", async () => {
    const held = await exportsOf(`${theory}/${HYPOTHESES}.ts`);
    const standing = ofTheory.flatMap(({ hypotheses }) => hypotheses);
    const dropped = ofTheory.flatMap(({ checks }) => checks.flatMap(({ without }) => without ?? []));
    const shared = standing.filter((text, i) => standing.indexOf(text) !== i);
    expect(new Set(held)).toEqual(new Set([...shared, ...dropped]));
    expect(new Set(held).size).toBe(held.length);
  });

  test("is where each of them is written, once", async () => {
    const held = (await exportsOf(`${theory}/${HYPOTHESES}.ts`)) as string[];
    const others = readdirSync(join(root, "proofs", theory), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && file !== `${HYPOTHESES}.ts`)
      .map((file) => ({ file, text: textOf(join(theory, file)) }));
    const again = held.flatMap((hypothesis) =>
      others
        .filter(({ text }) => text.includes(JSON.stringify(hypothesis)))
        .map(({ file }) => `${file}: ${hypothesis}`),
    );
    expect(again).toEqual([]);
  });
});
