import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Whether two paths lead to one file, links followed, or would if it were there. What a shell has opened is no file. */
export function isSameFile(one: string, other: string): boolean {
  return !one.startsWith("/dev/") && identityOf(one) === identityOf(other);
}

// Of a file that is there its number, of another its name in a folder with all links followed.
function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path);
    return `${dev} ${ino}`;
  } catch {
    return placeOf(resolve(path));
  }
}

function placeOf(path: string): string {
  const above = dirname(path);
  if (above === path) return path;
  try {
    return join(realpathSync(above), basename(path));
  } catch {
    return join(placeOf(above), basename(path));
  }
}
