import { realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { InvalidInput, plain, reasonOf, shown } from "../../../data/index.ts";
import type { ClaimsFile } from "../../claims/claim-source.ts";
import { digestOfClaims } from "../../claims/claims-file.ts";

/** The folder that a worker may run claims from, without symbolic links. @throws InvalidInput where it is not a folder. */
export function claimsFolder(folder: string): string {
  let real: string;
  try {
    real = realpathSync(folder);
  } catch (error) {
    throw new InvalidInput(`cannot read ${plain(folder)}: ${reasonOf(error)}`);
  }
  if (!statSync(real).isDirectory()) throw new InvalidInput(`${plain(folder)} is no folder`);
  return real;
}

/**
 * A task from a queue, if it may be performed: claims of a file are run only from this folder, wherever symbolic links lead,
 * and only if the file and all that it imports are what the run was planned with.
 *
 * @param folder as `claimsFolder` gives it; undefined where no claims of files are run.
 * @throws InvalidInput in a sentence that says what to do.
 */
export async function permitted(task: unknown, folder: string | undefined): Promise<unknown> {
  if (typeof task !== "object" || task === null || !("claimsFile" in task)) return task;
  const { claimsFile, claimsSha256 } = task as Record<keyof ClaimsFile, unknown>;
  if (typeof claimsFile !== "string" || !isAbsolute(claimsFile)) {
    throw new InvalidInput(`the job names the claims ${shown(claimsFile)}; expected the whole path of a module`);
  }
  if (folder === undefined) {
    throw new InvalidInput(
      `its worker runs no claims of files; start it with --claims-from and the folder of ${plain(claimsFile)}`,
    );
  }
  const real = placeIn(folder, claimsFile);
  if (real === null) {
    throw new InvalidInput(
      `${plain(claimsFile)} is not in ${plain(folder)}, from which alone its worker runs claims; put it there, or start a worker with --claims-from and its folder`,
    );
  }
  if ((await digestOfClaims(real)) !== claimsSha256) {
    throw new InvalidInput(
      `${plain(claimsFile)}, or a module that it imports, is another on its worker's machine; make them the same and go on with --resume`,
    );
  }
  return { ...task, claimsFile: real };
}

// What there is outside of the folder is nobody's business, nor whether there is anything.
function placeIn(folder: string, file: string): string | null {
  try {
    const real = realpathSync(file);
    const path = relative(folder, real);
    return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path) ? null : real;
  } catch {
    return null;
  }
}
