export { claimFile, type ClaimFile, type RecheckedStep } from "./claim-file.ts";
export { CoqFolder, coqVersion } from "./coqc.ts";
export {
  coqFolder,
  type CoqRecord,
  type ProofAssistant,
  readRecord,
  Rechecks,
  LIBRARY,
  recordOf,
  type RecordedClaim,
  sha256,
} from "./record.ts";
