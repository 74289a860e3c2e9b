import { compiledCode } from "../data/portable.ts";
import { compiled, type Memory } from "./wasm.ts";

/** What takes the time in `symmetricEigen`, compiled; see assembly/symmetric.ts. */
export interface SymmetricModule {
  readonly instance: () => SymmetricInstance;
}

export interface SymmetricInstance {
  readonly memory: Memory;
  readonly firstAddress: () => number;
  readonly tridiagonalise: (a: number, n: number, diagonal: number, beside: number, q: number, scratch: number) => void;
  readonly rotateRows: (q: number, n: number, sweeps: number, many: number, rotations: number, scratch: number) => void;
}

/** The module from the bytes of symmetric.wasm, for where there is no file to read. */
export function symmetricFromBytes(bytes: Uint8Array): SymmetricModule {
  return { instance: compiled(bytes) as () => SymmetricInstance };
}

let built: SymmetricModule | undefined;

/** The module as it was built with the package. */
export function builtSymmetric(): SymmetricModule {
  built ??= symmetricFromBytes(compiledCode("matrix/symmetric"));
  return built;
}
