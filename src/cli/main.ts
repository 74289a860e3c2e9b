#!/usr/bin/env node
import { end, ownProcess } from "./claims-guard.ts";
import { runCommandLine } from "./command-line.ts";

// A reader that stops early (head) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

ownProcess();
await runCommandLine(process.argv.slice(2));
await end();
