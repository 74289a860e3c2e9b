import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The commit that a checkout is at, whatever has been changed in it since; for a packed package the one that it was packed at,
 * where that is noted in dist/src/commit.txt. Null where neither is known.
 */
export function commitOf(root: string): string | null {
  try {
    return hash(existsSync(join(root, ".git")) ? headOf(root) : textOf(join(root, "dist", "src", "commit.txt")));
  } catch {
    // Something of a repository that Git would mend, or complain about: what the commit is, is not known.
    return null;
  }
}

// A folder of its own, or in a worktree or submodule a file that names it. References may be shared with other worktrees.
function headOf(root: string): string {
  const git = join(root, ".git");
  const folder = statSync(git).isDirectory() ? git : resolve(root, textOf(git).replace(/^gitdir: /, ""));
  const head = textOf(join(folder, "HEAD"));
  const reference = /^ref: (.*)$/.exec(head)?.[1];
  if (reference === undefined) return head;
  const shared = join(folder, "commondir");
  const folders = [folder, ...(existsSync(shared) ? [resolve(folder, textOf(shared))] : [])];
  const loose = folders.map((each) => join(each, reference)).find((file) => existsSync(file));
  if (loose !== undefined) return textOf(loose);
  const packed = folders.map((each) => join(each, "packed-refs")).filter((file) => existsSync(file));
  const lines = packed.flatMap((file) => textOf(file).split("\n"));
  return lines.find((line) => line.endsWith(` ${reference}`))?.split(" ", 1)[0] ?? "";
}

function textOf(file: string): string {
  return readFileSync(file, "utf8").trim();
}

function hash(text: string): string | null {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(text) ? text : null;
}
