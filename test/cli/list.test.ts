import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { packageRoot } from "../../src/data/index.ts";
import { sdTheorems, sdTheoremsHere } from "./run.ts";

test("list --json - gives what each claim says, what it rests on, and its checks", async () => {
  const { status, stdout } = await sdTheoremsHere(["list", "--json", "-"]);
  expect(status).toBe(0);
  const listed = claims.map(({ id, title, source, statement, hypotheses, dependsOn, checks }) => {
    const each = checks.map(({ kind, name, covers }) => ({ kind, name, covers }));
    return { id, title, source, statement, hypotheses, dependsOn, checks: each };
  });
  expect(JSON.parse(stdout)).toEqual({ schema: 1, claims: listed });
});

test("list shows people each claim's statement as well", async () => {
  const { stdout } = await sdTheoremsHere(["list"]);
  for (const { id, title, statement } of claims) expect(stdout).toContain(`${id}\n  ${title}\n  ${statement}\n`);
});

test.each([[[]], [["check"]], [["ridge"]], [["list"]]])("%j has --help, with exit code 0", async (command) => {
  const { status, stdout } = await sdTheoremsHere([...command, "--help"]);
  expect(status).toBe(0);
  expect(stdout).toContain(`Usage: sd-theorems ${command.join("")}`.trim());
});

test("--version is that of package.json", () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string };
  expect(sdTheorems(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test("without a command the help is shown, and that is bad input", async () => {
  const { status, stderr } = await sdTheoremsHere([]);
  expect(status).toBe(2);
  expect(stderr).toContain("Usage: sd-theorems");
});
