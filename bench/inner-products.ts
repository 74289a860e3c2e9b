import { Matrix } from "ml-matrix";
import { Streams } from "../src/random/index.ts";
import { gaussianMatrix } from "../src/ridge/designs.ts";
import { innerProducts } from "../src/ridge/simulation/inner-products.ts";
import { printTable } from "./table.ts";
import { alternating } from "./timing.ts";

const SHAPES = [
  { what: "statistics of 64 draws, 60 × 12 design", rows: 12, length: 60, columns: 64 },
  { what: "statistics of 64 draws, diabetes", rows: 10, length: 442, columns: 64 },
  { what: "errors of 1 024 draws, 60 × 12 design", rows: 24, length: 12, columns: 1024 },
] as const;

const REPEATS = 200;

/** The product that simulations spend their time in, beside ml-matrix's. */
export function benchInnerProducts(): string[] {
  const random = new Streams({ seed: 1, claim: "bench", problem: "inner products" }).replicate(0);
  const rows = SHAPES.map(({ what, rows: p, length, columns }) => {
    const [left, right] = [gaussianMatrix(p, length, random), gaussianMatrix(columns, length, random)];
    const [a, b] = [left, right].map((matrix) => Float64Array.from(matrix.to1DArray()));
    const transposed = left.transpose();
    const repeated = (work: () => unknown) => (): void => {
      for (let i = 0; i < REPEATS; i++) work();
    };
    const times = alternating(9, [
      repeated(() => innerProducts(a!, b!, length)),
      repeated(() => Matrix.prototype.mmul.call(right, transposed)),
    ]);
    const gigaflops = times.map((time) => (2 * p * columns * length * REPEATS) / time / 1e6);
    return [what, ...gigaflops.map((value) => value.toFixed(2)), (gigaflops[0]! / gigaflops[1]!).toFixed(1)];
  });
  printTable(
    "Inner products: GFlop/s on one core of the blocked loop and of ml-matrix's product.",
    ["product", "blocked loop", "ml-matrix", "ratio"],
    rows,
  );
  return [];
}
