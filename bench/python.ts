import { spawnSync } from "node:child_process";

/** A Python that has the modules, to compare with: the first in the path, or the system's; null where neither has them. */
export function pythonWith(...modules: readonly string[]): string | null {
  const has = (python: string): boolean => spawnSync(python, ["-c", `import ${modules.join(", ")}`]).status === 0;
  return ["python3", "/usr/bin/python3"].find(has) ?? null;
}

/** What a script prints, as JSON by line. @throws Error where it fails. */
export function runPython<T>(python: string, script: string, args: readonly (string | number)[]): T[] {
  const { stdout, stderr, status } = spawnSync(python, [script, ...args.map(String)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
