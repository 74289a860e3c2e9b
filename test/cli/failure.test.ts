import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { tell } from "../../src/cli/failure.ts";
import { InvalidInput } from "../../src/data/index.ts";
import { MAIN, type Run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "failure-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said of something thrown, and the exit code. */
function told(error: unknown, claims: string | null = null, env: Record<string, string> = {}): [number, string] {
  let said = "";
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    return [tell(error, claims), said];
  } finally {
    spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const FAULT =
  /^sd-theorems: this is a fault of sd-theorems: [^\n]+; please report it with the command \(with SD_THEOREMS_STACK=1 its stack is shown\)\n$/;

test.each([
  new TypeError("cannot read x of undefined"),
  new RangeError("Maximum call stack size exceeded"),
  new Error(""),
  new Error("two\nlines\u001b[2J"),
  null,
  undefined,
  "text",
  7n,
  Symbol("s"),
  {},
  Object.create(null),
  {
    get message() {
      throw new Error("no message");
    },
    toString() {
      throw new Error("no text");
    },
  },
  new Proxy(
    {},
    {
      get() {
        throw new Error("nothing");
      },
    },
  ),
])("whatever is thrown is told in one sentence, with exit code 70: %#", (error) => {
  const [code, said] = told(error);
  expect(code).toBe(70);
  expect(said).toMatch(FAULT);
});

test("the stack of a fault is shown where the environment asks for it, and only there", () => {
  const error = new TypeError("x is no function");
  expect(told(error)[1]).not.toContain("    at ");
  expect(told(error, null, { SD_THEOREMS_STACK: "1" })[1]).toMatch(/\nTypeError: x is no function\n {4}at /);
});

test("input that is refused, and what the system refuses, is no fault: exit code 2", () => {
  expect(told(new InvalidInput("λ is 0; expected λ > 0"))).toEqual([2, "sd-theorems: λ is 0; expected λ > 0\n"]);
  let refused: unknown;
  try {
    openSync(join(folder, "none"), "r");
  } catch (error) {
    refused = error;
  }
  expect(told(refused)).toEqual([2, `sd-theorems: cannot open ${folder}/none: there is no such file or folder\n`]);
});

test("what the claims of others throw is theirs, and what this package throws over them is its own", () => {
  const claims = "their.mjs";
  const theirs = Object.assign(new Error("late"), { stack: "Error: late\n    at file:///home/a/their.mjs:1:7" });
  const sentence = "sd-theorems: cannot load claims from their.mjs: after it was loaded, this was thrown: late\n";
  expect(told(theirs, claims)).toEqual([2, sentence]);
  expect(told(null, claims)[0]).toBe(2);
  const ours = Object.assign(new Error("late"), {
    stack: `Error: late\n    at f (${join(process.cwd(), "src/cli/a.ts")}:1:7)`,
  });
  expect(told(ours, claims)[0]).toBe(70);
});

/** Runs a command in a process in which something else happens once the command has begun. */
function runWith(program: string, ...args: readonly string[]): Run {
  const preload = join(folder, "preload.mjs");
  writeFileSync(
    preload,
    `const timer = setInterval(() => {
       if (process.listenerCount("uncaughtException") === 0) return;
       clearInterval(timer);
       ${program};
     }, 1);`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", preload, MAIN, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test.each([
  ["thrown later", "throw new Error('late')"],
  ["rejected with nobody waiting", "void Promise.reject(new Error('late'))"],
])("what is %s ends the command with the same sentence", (_, program) => {
  const slow = ["check", "ridge/oracle", "--workers", "1"];
  const { status, stdout, stderr } = runWith(program, ...slow);
  expect(status).toBe(70);
  expect(stdout).toBe("");
  expect(stderr.split("\n").at(-2)).toMatch(/^sd-theorems: this is a fault of sd-theorems: late; /);
  expect(stderr).not.toContain("    at ");
});

test("a program that ends before the command is carried out does not look as if it had been", () => {
  const { status, stderr } = runWith("process.exit(0)", "check", "ridge/oracle", "--workers", "1");
  expect(status).toBe(70);
  expect(stderr).toContain("it ended before the command was carried out");
});

test("claims that end the program, or wait for what never comes, are bad input; those that leave a timer are none", () => {
  const load = (program: string): Run => {
    writeFileSync(join(folder, "claims.mjs"), program);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [MAIN, "list", "--claims", join(folder, "claims.mjs")],
      { encoding: "utf8", timeout: 30_000 },
    );
    return { status, stdout, stderr };
  };
  for (const [program, why] of [
    ["process.exit(0)", "it ended the process"],
    ["await new Promise(() => {})", "it waits for something that never comes (a top-level await)"],
  ]) {
    const { status, stdout, stderr } = load(program!);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`sd-theorems: cannot load claims from ${folder}/claims.mjs: ${why}\n`);
  }
  const example = join(process.cwd(), "dist/examples/ridge-existence/claims.js");
  const { status, stdout } = load(`setInterval(() => {}, 1000);\nexport { claims } from ${JSON.stringify(example)};`);
  expect(status).toBe(0);
  expect(stdout).toContain("Source:");
});
