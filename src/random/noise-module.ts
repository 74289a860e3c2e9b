import { compiledCode } from "../data/portable.ts";
import { exponential, logarithm } from "./elementary.ts";
import { edges, inside } from "./normal.ts";

/** The noise kernel with a memory of its own; an address counts bytes of it. */
export interface NoiseInstance {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly edgesAddress: () => number;
  readonly insideAddress: () => number;
  readonly firstAddress: () => number;
  readonly draw: (
    law: number,
    word0: number,
    word1: number,
    word2: number,
    word3: number,
    first: number,
    replicates: number,
    each: number,
    to: number,
  ) => void;
}

// The little of the WebAssembly interface that is used: the types of Node do not declare it.
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
};

/** A new instance of the kernel as it was built with the package, with the ziggurat's tables in place. */
export function noiseInstance(): NoiseInstance {
  const module = new WebAssembly.Module(compiledCode("random/noise"));
  const functions = { noise: { exp: exponential, log: logarithm } }; // the kernel's file is called noise
  const instance = new WebAssembly.Instance(module, functions).exports as NoiseInstance;
  new Float64Array(instance.memory.buffer, instance.edgesAddress(), edges.length).set(edges);
  new Float64Array(instance.memory.buffer, instance.insideAddress(), inside.length).set(inside);
  return instance;
}
