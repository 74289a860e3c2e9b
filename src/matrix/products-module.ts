import { compiledCode } from "../data/portable.ts";
import { compiled, type Memory } from "./wasm.ts";

/** The compiled products, of which each workspace makes an instance with a memory of its own. */
export interface ProductsModule {
  readonly instance: () => ProductsInstance;
}

/** An address counts bytes of the memory; factors and product lie row by row, and must not overlap. */
type Product = (
  a: number,
  b: number,
  product: number,
  rows: number,
  inner: number,
  columns: number,
  panels: number,
) => void;

export interface ProductsInstance {
  readonly memory: Memory;
  readonly firstAddress: () => number;
  readonly panelBytes: () => number;
  readonly multiply: Product;
  readonly multiplyByTransposed: Product;
  readonly transposedMultiply: Product;
}

/** The products from the bytes of products.wasm, for where there is no file to read. */
export function productsFromBytes(bytes: Uint8Array): ProductsModule {
  return { instance: compiled(bytes) as () => ProductsInstance };
}

let built: ProductsModule | undefined;

/** The products as they were built with the package. */
export function builtProducts(): ProductsModule {
  built ??= productsFromBytes(compiledCode("matrix/products"));
  return built;
}
