import { claims } from "../../../proofs/index.ts";
import type { ClaimSource } from "./claim-source.ts";

/** The project's own claims: workers know them, as tasks are plain data that name a claim and hold none. */
export const ownClaims: ClaimSource = { claims, named: {}, unseen: null };
