import type { Command } from "commander";
import { claims } from "../../proofs/index.ts";
import { jsonOption } from "./options.ts";
import { deliver } from "./output.ts";

export function addListCommand(program: Command): void {
  program
    .command("list")
    .description("list the claims")
    .addOption(jsonOption())
    .action(({ json }: { readonly json?: string }) => {
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
