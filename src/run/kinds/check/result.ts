import * as z from "zod";
import { verdicts } from "../../../evidence/index.ts";
import type { CheckResult } from "./task.ts";

const notice = z.discriminatedUnion("noticed", [
  z.strictObject({ noticed: z.literal(true) }),
  z.strictObject({ noticed: z.literal(false), because: z.string().nullable() }),
]);

/** Characters that a finding may have: one that lists some hundred mutants has ten thousand. */
export const LONGEST_DETAIL = 1e6;

/** The shape of what a check came to, as it is read from a journal or a queue. */
export const checkResult: z.ZodType<CheckResult> = z.strictObject({
  finding: z.strictObject({ verdict: z.enum(verdicts), detail: z.string().max(LONGEST_DETAIL) }),
  seconds: z.number().min(0),
  mutants: z.array(z.strictObject({ formula: z.string(), change: z.string(), text: z.string(), notice })),
  mutationSeconds: z.number().min(0),
});
