/** Products of dense matrices of doubles, by WebAssembly SIMD. */
export type { Dense } from "./dense.ts";
export { product, productByTransposed, transposedProduct } from "./products.ts";
export { builtProducts, productsFromBytes, type ProductsInstance, type ProductsModule } from "./products-module.ts";
export { type StoredMatrix, Workspace } from "./workspace.ts";
