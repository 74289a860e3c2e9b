import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import { sdTheorems, sdTheoremsHere } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "report-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

const json = join(folder, "report.json");
const checked = await sdTheoremsHere(
  [
    "check",
    "ridge/student-estimator",
    "--evidence",
    "derivation",
    "--json",
    json,
    "--report",
    join(folder, "new", "deep"),
  ],
  { cwd: folder },
);

test("check --report writes the page into a folder that it makes, and says where", () => {
  expect(checked.status).toBe(0);
  expect(checked.stdout).toMatch(/\nReport: \S*new\/deep\/index\.html \(\d+ kB, a page to be opened in a browser\)\n/);
  expect(readdirSync(join(folder, "new", "deep"))).toEqual(["index.html"]);
});

test("report --from writes each format, and the same page as the checks did", async () => {
  const out = join(folder, "again");
  const { status, stdout } = await sdTheoremsHere([
    "report",
    "--from",
    json,
    "--format",
    "html,junit,markdown",
    "--out",
    out,
  ]);
  expect(status).toBe(0);
  expect(stdout.trim().split("\n").length).toBe(3);
  expect(readdirSync(out).toSorted()).toEqual(["index.html", "junit.xml", "report.md"]);
  expect(readFileSync(join(out, "index.html"), "utf8")).toBe(
    readFileSync(join(folder, "new", "deep", "index.html"), "utf8"),
  );
});

test("with --out - it is printed, and nothing else", () => {
  const { status, stdout } = sdTheorems(["report", "--from", "-", "--format", "junit", "--out", "-"], {
    input: readFileSync(json, "utf8"),
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites [\s\S]*<\/testsuites>\n$/);
});

test("a report of the claims of another paper says in its commands where they are", async () => {
  const paper = join(folder, "a paper.mjs");
  const own = pathToFileURL(join(packageRoot(), "dist", "proofs", "index.js")).href;
  writeFileSync(
    paper,
    `import { claims as own } from ${JSON.stringify(own)};\nexport const claims = [{ ...own[0], id: "my/claim" }];\n`,
  );
  const given = ["--claims", paper, "--evidence", "derivation"];
  expect((await sdTheoremsHere(["check", ...given, "--json", join(folder, "paper.json")])).status).toBe(0);
  const again = [
    "report",
    "--from",
    join(folder, "paper.json"),
    "--claims",
    paper,
    "--format",
    "markdown",
    "--out",
    "-",
  ];
  expect((await sdTheoremsHere(again)).stdout).toContain(
    `check my/claim --claims '${paper}' --evidence derivation --seed 1`,
  );
});

const file = join(folder, "file");
writeFileSync(file, "no folder");

test.each([
  [["report", "--format", "pdf"], 'there is no report in the format "pdf"; did you mean html?'],
  [["report", "--format", "html,junit", "--out", "-"], "standard output takes one format; 2 are given"],
  [["report", "--from", json, "--seed", "2"], "'--from <file>' cannot be used with option '--seed <n>'"],
  [["report", "ridge/oracle", "--from", json], "--from reports on the claims in the file; ids are given as well"],
  [["report", "--from", join(folder, "none.json")], "there is no such file or folder"],
  [["report", "--from", file], "is not JSON"],
  [["report", "--out", file], "there is a file of that name"],
  [["report", "--shard", "1/2", "--journal", join(folder, "journal")], "a part has no report"],
  [["check", "--report", file], "there is a file of that name"],
  [["check", "--shard", "1/2", "--journal", join(folder, "journal"), "--report", folder], "a part has no report"],
])("%j is refused in one sentence with exit code 2, before any work", async (args, message) => {
  const { status, stdout, stderr } = await sdTheoremsHere(args, { cwd: folder });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n").length).toBe(1);
  expect(existsSync(join(folder, "report"))).toBe(false);
});
