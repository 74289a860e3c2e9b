/** Dense matrices of doubles: products by WebAssembly SIMD, and what is made of them. */
export type { Dense } from "./dense.ts";
export { product, productByTransposed, transposedProduct } from "./products.ts";
export { builtProducts, productsFromBytes, type ProductsInstance, type ProductsModule } from "./products-module.ts";
export { rowBasis } from "./row-basis.ts";
export {
  builtSymmetric,
  symmetricFromBytes,
  type SymmetricInstance,
  type SymmetricModule,
} from "./symmetric-module.ts";
export { type SymmetricEigen, symmetricEigen } from "./symmetric-eigen.ts";
export { type StoredMatrix, Workspace } from "./workspace.ts";
