import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../src/data/index.ts";

// An empty project of somebody else, with the package as npm would publish it.
const project = mkdtempSync(join(tmpdir(), "project-"));
const installed = join(project, "node_modules", "sd-theorems");
afterAll(() => rmSync(project, { recursive: true }));

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  // What is packed has been compiled for these tests already.
  const packed = run("npm", "pack", packageRoot(), "--ignore-scripts", "--silent").trim();
  run("npm", "install", packed, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error");
});

test("in an empty project its command checks a claim", () => {
  const checked = run(
    "npx",
    "sd-theorems",
    "check",
    "ridge/path-tangent",
    "--evidence",
    "derivation",
    "--workers",
    "1",
  );
  expect(checked).toContain("1 supported, 0 refuted, 0 inconclusive");
});

test("its example is there, as text and as a claim that the command checks", () => {
  const example = join("node_modules", "sd-theorems", "dist", "examples", "ridge-existence", "claims.js");
  const given = ["--claims", example, "--evidence", "derivation", "--workers", "1"];
  expect(run("npx", "sd-theorems", "check", ...given)).toContain("1 supported, 0 refuted, 0 inconclusive");
  expect(existsSync(join(installed, "examples", "ridge-existence", "claims.ts"))).toBe(true);
});

test("every document that its README or another document links to is in it", () => {
  const documents = ["README.md", ...readdirSync(join(installed, "docs")).map((file) => join("docs", file))];
  for (const document of documents.filter((file) => file.endsWith(".md"))) {
    const text = readFileSync(join(installed, document), "utf8");
    const links = [...text.matchAll(/\]\(([^)#\s:]+\.md)/g)].map(([, link]) => join(document, "..", link!));
    for (const link of links.filter((file) => file.startsWith("docs"))) {
      expect(existsSync(join(installed, link)), `${document}: ${link}`).toBe(true);
    }
  }
});

test("the schemas of the commands' JSON are in it", () => {
  const own = readdirSync(join(packageRoot(), "docs/schemas"));
  expect(own.length).toBeGreaterThan(5);
  expect(readdirSync(join(installed, "docs/schemas")).toSorted()).toEqual(own.toSorted());
});

test("a program that imports it finds the best ξ, a certified optimum, and a verdict for a claim of its own", () => {
  const program = `
    import { Book, check, claim, derivation, ridge, scalar } from "sd-theorems";
    const problem = ridge.ridgeProblem({ singularValues: [1], signal: [1], noiseVariance: 3, residualSignal: 0 });
    const { optimalXi } = new ridge.ClosedForms().optimalXi(problem, 1);
    const { strictlyBetter } = ridge.optimum(ridge.exactProblem(problem));
    const book = Book.define({ x: scalar("x", "real", "a number") }, { square: { latex: "q", meaning: "square", text: "x^2" } });
    const steps = [{ says: "a square is a product", identity: ["square", "x*x"] }];
    const square = claim({ id: "algebra/square", title: "Squares", source: "none", statement: "x² = x·x", hypotheses: [],
      dependsOn: [], book, checks: [derivation(book, { name: "squares", covers: ["square"], steps })] });
    const { claims } = check([square]);
    console.log(JSON.stringify({ optimalXi, strictlyBetter, verdict: claims[0].verdict }));
  `;
  // With a = b = ½: N = ¼(½·3 − ½) and D = 1/16·(1 + 3), with no rounding; one mode has nothing to trade against another.
  expect(JSON.parse(run(process.execPath, "--input-type=module", "--eval", program))).toEqual({
    optimalXi: 1,
    strictlyBetter: false,
    verdict: "supported",
  });
});

test("a strict compiler finds its types", () => {
  const program = `
    import { logistic, type Report, ridge, softmax } from "sd-theorems";
    const setting: logistic.LogisticSetting = logistic.logisticSetting({ classSize: 20, similarity: 0.3, lambda: 1 });
    export const threshold: number = logistic.teacherThreshold(setting).lower;
    export const problem: ridge.RidgeProblem = { singularValues: [1], signal: [1], noiseVariance: 1, residualSignal: 0 };
    export const verdicts = (report: Report): string[] => report.claims.map(({ verdict }) => verdict);
    export const targets = softmax.oneHot;
    // @ts-expect-error: ξ is a number
    export const wrong = new ridge.ClosedForms().errors(problem, 1, "2");
  `;
  writeFileSync(join(project, "program.ts"), program);
  const options = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--module",
    "nodenext",
    "--target",
    "es2022",
  ];
  const compiler = join(packageRoot(), "node_modules", "typescript", "bin", "tsc");
  expect(run(process.execPath, compiler, ...options, "--types", "", "program.ts")).toBe("");
});

test("it holds no tests, and nothing of what it was made with", () => {
  const files = readdirSync(installed, { recursive: true, encoding: "utf8" });
  const folders = new Set(files.filter((file) => file.startsWith("dist/")).map((file) => file.split("/")[1]));
  expect(folders).toEqual(new Set(["examples", "proofs", "src"]));
  expect(files.filter((file) => /\.test\.|^(test|scripts|bench|web|node_modules)\b/.test(file))).toEqual([]);
});
