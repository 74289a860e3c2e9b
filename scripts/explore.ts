/**
 * Builds the explorer and serves it on this machine, to this machine alone, until it is stopped.
 *
 * usage: npm run explore [-- --port N]
 */
import { Command, InvalidArgumentError } from "commander";
import { buildExplorer } from "./explorer/build.ts";
import { serveFolder } from "./explorer/server.ts";

const BAD_INPUT = 2;

const WHY: Readonly<Record<string, string>> = { EADDRINUSE: "is taken", EACCES: "may not be used by you" };

const { port } = new Command("npm run explore --")
  .description("serves the explorer on 127.0.0.1")
  .option("--port <n>", "port; 0 for any that is free", portNumber, 8735)
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "explore: ")) })
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : BAD_INPUT))
  .parse()
  .opts<{ port: number }>();

try {
  const { url, close } = await serveFolder(await buildExplorer(), port);
  process.stdout.write(`The explorer is at ${url} (stop it with Ctrl+C).\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
} catch (error) {
  const why = WHY[(error as NodeJS.ErrnoException).code ?? ""];
  if (why === undefined) throw error;
  process.stderr.write(`explore: port ${port} ${why}; choose another with --port\n`);
  process.exitCode = BAD_INPUT;
}

function portNumber(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value <= 65_535)) throw new InvalidArgumentError("expected an integer from 0 to 65535.");
  return value;
}
