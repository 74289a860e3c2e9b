import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DOCUMENT, withCounts } from "../../scripts/coq-table.ts";
import { claims } from "../../proofs/index.ts";
import { readRecord } from "../../src/coq/index.ts";

const text = readFileSync(DOCUMENT, "utf8");

test("the counts of docs/coq.md are those of the claims and of what coqc has accepted (npm run proofs:coq)", async () => {
  expect(text).toBe(await withCounts(text, claims, readRecord()!));
});

test("it says nowhere else how many steps or claims there are", () => {
  const words = text.replace(/<!-- counts -->[\s\S]*?<!-- end -->/, "");
  expect(
    words.match(/\b(\d+|ten|eleven|twelve|\w+teen|\w+ty(-\w+)?) (of \d+ )?(derivation )?(steps|claims|lemmas)\b/g),
  ).toBeNull();
});
