import type { Command } from "commander";
import { claims as ownClaims } from "../../proofs/index.ts";
import { loadClaims } from "../run/index.ts";
import { guarded } from "./claims-guard.ts";
import { jsonOption } from "./options.ts";
import { deliver } from "./output.ts";

export function addListCommand(program: Command): void {
  program
    .command("list")
    .description("list the claims")
    .option("--claims <file>", "list the claims that this JavaScript module exports, instead of the project's own")
    .addOption(jsonOption())
    .action(async ({ claims: file, json }: { readonly claims?: string; readonly json?: string }) => {
      const claims = file === undefined ? ownClaims : await guarded(file, async () => loadClaims(file));
      const listed = claims.map(({ id, title, source, statement, hypotheses }) => ({
        id,
        title,
        source,
        statement,
        hypotheses,
      }));
      const lines = claims.map(
        ({ id, title, statement, source }) => `${id}\n  ${title}\n  ${statement}\n  Source: ${source}`,
      );
      deliver(json, { claims: listed }, () => lines.join("\n\n"));
    });
}
