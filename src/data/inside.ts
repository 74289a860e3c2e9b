import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { nameOf } from "./files.ts";
import { InvalidInput } from "./invalid-input.ts";

/**
 * The path of a file that another file names, relative to that one's folder. It must lie in that folder or below, links
 * followed, unless `allowOutside`: a problem that someone else wrote should not have any file of this machine read.
 *
 * @throws InvalidInput where it does not.
 */
export function pathFrom(folder: string, name: string, allowOutside: boolean): string {
  const path = resolve(folder, name);
  if (allowOutside) return path;
  // First as it is written: whether there is such a file outside is nobody's business.
  if (!isInside(resolve(folder), path)) throw outside(name);
  const target = actual(path);
  if (target === null) return path;
  if (!isInside(realpathSync(folder), target)) throw outside(name);
  return target;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// Where a path leads after all links; null where it leads nowhere, as reading it will say.
function actual(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function outside(name: string): InvalidInput {
  const problem = `${nameOf(name)} lies outside the folder of the file that names it`;
  return new InvalidInput(`${problem}; move it there, or give --allow-outside`);
}
