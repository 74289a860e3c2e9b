export { type Build, buildOf, buildsDiffer, buildShape, describeBuild, shortBuild } from "./build.ts";
export { codeOf, readCode } from "./code.ts";
