export * as TaylorBounds from "./bounds.ts";
export { constant, develop, type ModelPoint } from "./develop.ts";
export * as TaylorModels from "./model.ts";
export type { TaylorModel } from "./model.ts";
