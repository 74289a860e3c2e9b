export { checkClaims, type CheckOptions, type ClaimReport, type EvidenceItem, type Report } from "./check.ts";
export { packageVersion } from "./version.ts";
