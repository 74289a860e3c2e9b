import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commitOf } from "../../../src/run/build/commit.ts";

const folder = mkdtempSync(join(tmpdir(), "commit-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
const git = (cwd: string, ...args: string[]): string =>
  execFileSync("git", [...identity, ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

mkdirSync(at("checkout"));
git(at("checkout"), "init", "-q", "-b", "main");
git(at("checkout"), "commit", "-q", "--allow-empty", "-m", "one");
const commit = git(at("checkout"), "rev-parse", "HEAD");

test("a checkout's commit is what Git says it is: on a branch, with packed references, detached, and in a worktree", () => {
  expect(commitOf(at("checkout"))).toBe(commit);
  git(at("checkout"), "pack-refs", "--all");
  expect(commitOf(at("checkout"))).toBe(commit);
  git(at("checkout"), "worktree", "add", "-q", "-b", "aside", at("worktree"));
  expect(commitOf(at("worktree"))).toBe(commit);
  git(at("worktree"), "commit", "-q", "--allow-empty", "-m", "two");
  expect(commitOf(at("worktree"))).toBe(git(at("worktree"), "rev-parse", "HEAD"));
  expect(commitOf(at("worktree"))).not.toBe(commit);
  git(at("checkout"), "checkout", "-q", "--detach");
  expect(commitOf(at("checkout"))).toBe(commit);
});

test("of a package in the midst of another's repository it is what was noted when it was packed, or not known", () => {
  const installed = join(at("checkout"), "node_modules", "sd-theorems");
  mkdirSync(join(installed, "dist", "src"), { recursive: true });
  expect(commitOf(installed)).toBe(null);
  writeFileSync(join(installed, "dist", "src", "commit.txt"), `${commit}\n`);
  expect(commitOf(installed)).toBe(commit);
});

test("what is no repository, or a broken one, has no commit", () => {
  expect(commitOf(at("none"))).toBe(null);
  mkdirSync(join(at("broken"), ".git"), { recursive: true });
  expect(commitOf(at("broken"))).toBe(null);
  writeFileSync(join(at("broken"), ".git", "HEAD"), "ref: refs/heads/main\n");
  expect(commitOf(at("broken"))).toBe(null);
  writeFileSync(join(at("broken"), ".git", "HEAD"), "nonsense\n");
  expect(commitOf(at("broken"))).toBe(null);
});
