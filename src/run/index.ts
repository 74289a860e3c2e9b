export { checkClaims, type CheckOptions, type ClaimReport, digestOf, type EvidenceItem, type Report } from "./check.ts";
export { searchClaim, type SearchOptions, type SearchReport } from "./search.ts";
