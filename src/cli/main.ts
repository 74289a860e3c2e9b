#!/usr/bin/env node
import { areClaimsLoading } from "./claims-guard.ts";
import { runCommandLine } from "./command-line.ts";
import { BAD_INPUT, tell, tellCutShort } from "./failure.ts";
import { flushed, guardStandardStreams } from "./standard-streams.ts";

const args = process.argv.slice(2);
guardStandardStreams(BAD_INPUT);

// What is thrown later, and where nobody waits for it, ends the command as what is thrown at once does.
const end = (error: unknown): void => {
  isOver = true;
  process.exit(tell(error));
};
// What claims of others throw while they are loaded is told by what loads them.
const endLater = (error: unknown): void => {
  if (!areClaimsLoading()) end(error);
};
process.on("uncaughtException", endLater);
process.on("unhandledRejection", endLater);

// Claims of others may end the program, or wait for what never comes: that must not look like a result.
let isOver = false;
process.on("exit", () => {
  if (!isOver) process.exitCode = tellCutShort();
});

void runCommandLine(args).then(async () => {
  isOver = true;
  // Claims of others may have left something running, and so may a server that is gone; nobody waits for it.
  await flushed();
  process.exit();
}, end);
