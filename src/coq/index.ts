export { claimFile, type ClaimFile, type RecheckedStep } from "./claim-file.ts";
