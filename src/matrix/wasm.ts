/** The memory of an instance; `buffer` is another one after it has grown. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

// The little of the WebAssembly interface that is used: the types of Node do not declare it.
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
};

const PAGE = 65_536;
const MOST_BYTES = 2 ** 32;

/** Compiles a module; each call of the result makes an instance with a memory of its own and says what it exports. */
export function compiled(bytes: Uint8Array): () => unknown {
  const module = new WebAssembly.Module(bytes);
  return () => new WebAssembly.Instance(module).exports;
}

/** Makes a memory at least so large. @throws RangeError where it cannot be. */
export function reserve(memory: Memory, bytes: number): void {
  if (bytes > MOST_BYTES) throw new RangeError(`a memory holds at most ${MOST_BYTES} bytes; asked for ${bytes}`);
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
