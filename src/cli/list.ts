import type { Command } from "commander";
import { claims as ownClaims } from "../../proofs/index.ts";
import { onOneLine } from "../data/index.ts";
import type { Claim } from "../evidence/index.ts";
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
      const claims = file === undefined ? ownClaims : (await guarded(file, async () => loadClaims(file))).claims;
      deliver(json, { claims: claims.map(listed) }, () => claims.map(described).join("\n\n"));
    });
}

/** What a script wants to know of a claim: what it says, what it rests on, and what is checked. */
export interface ListedClaim extends Pick<Claim, "id" | "title" | "source" | "statement" | "hypotheses" | "dependsOn"> {
  readonly checks: readonly Pick<Claim["checks"][number], "kind" | "name" | "covers">[];
}

function listed({ id, title, source, statement, hypotheses, dependsOn, checks }: Claim): ListedClaim {
  const each = checks.map(({ kind, name, covers }) => ({ kind, name, covers }));
  return { id, title, source, statement, hypotheses, dependsOn, checks: each };
}

function described({ id, title, statement, source }: Claim): string {
  const [said, meant, from] = [title, statement, source].map(onOneLine);
  return `${id}\n  ${said}\n  ${meant}\n  Source: ${from}`;
}
