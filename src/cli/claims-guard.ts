/*
 * Claims of others run in this process. Whatever they do there, at once or later, the user is told in one sentence that names
 * them (see failure.ts), and the exit code is that of bad input.
 */

/** Where claims come from, once there are any: their file, or what names it. */
let source: string | null = null;
let isLoading = false;

/** Where claims of others come from that run in this process; null where there are none. */
export function claimsSource(): string | null {
  return source;
}

/** Whether claims of others are being loaded: what they throw is then told by what loads them. */
export function areClaimsLoading(): boolean {
  return isLoading;
}

/**
 * Does something that loads claims of others. What they print in the meantime goes to standard error: standard output is for
 * results alone.
 *
 * @param from their file, or what names it.
 */
export async function guarded<T>(from: string, action: () => Promise<T>): Promise<T> {
  source = from;
  isLoading = true;
  const { stdout, stderr, exitCode } = process;
  // oxlint-disable-next-line typescript/unbound-method -- it is put back
  const { write } = stdout;
  stdout.write = ((...given: Parameters<typeof write>) => stderr.write(...given)) as typeof write;
  try {
    return await action();
  } finally {
    stdout.write = write;
    process.exitCode = exitCode;
    isLoading = false;
  }
}
