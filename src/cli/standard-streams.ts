import { fstatSync, writeSync } from "node:fs";
import { reasonOf } from "../data/index.ts";
import { say } from "./output.ts";

/**
 * Sees to it that nothing printed is lost without a word. A reader that stops early (`| head -1`) is no failure: the exit code
 * stays that of the command. Where standard output cannot be written otherwise (a full disk), one sentence says so, and the exit
 * code is `failure` whatever the command had found. Where standard error cannot be written there is nothing to say it on.
 */
export function guardStandardStreams(failure: number): void {
  let isLost = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (isLost || error.code === "EPIPE") return;
    isLost = true;
    say(`sd-theorems: cannot write to standard output: ${reasonOf(error)}`);
    process.on("exit", () => {
      process.exitCode = failure;
    });
  });
  process.stderr.on("error", () => {});
  // Past the system's limit for files, writing is refused like any other, in place of a signal that ends the program.
  process.on("SIGXFSZ", () => {});
  for (const stream of [process.stdout, process.stderr]) if (isFile(stream.fd)) writeWholly(stream);
}

/** Resolves when all that was printed is with the system, or cannot get there. */
export async function flushed(): Promise<void> {
  const streams = [process.stdout, process.stderr];
  await Promise.all(
    streams.map(
      async (stream) =>
        new Promise<void>((resolve) => {
          stream.write("", () => resolve());
        }),
    ),
  );
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

// Node asks the system once, which on a disk that is nearly full takes a part: the rest would be lost without an error.
function writeWholly(stream: typeof process.stdout | typeof process.stderr): void {
  // oxlint-disable-next-line no-underscore-dangle -- what a stream of Node is made with is called that
  stream._write = (chunk: Uint8Array, _encoding, done) => {
    try {
      for (let written = 0; written < chunk.length;) written += writeSync(stream.fd, chunk, written);
    } catch (error) {
      return done(error as Error);
    }
    done();
  };
}
