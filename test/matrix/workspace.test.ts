import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { InvalidInput, packageRoot } from "../../src/data/index.ts";
import { product, productsFromBytes, Workspace } from "../../src/matrix/index.ts";

test("a matrix keeps its values while the memory grows", () => {
  const workspace = new Workspace();
  const first = workspace.matrix(2, 2, Float64Array.of(1, 2, 3, 4));
  for (let i = 0; i < 40; i++) workspace.matrix(100, 100);
  expect([...first.values]).toEqual([1, 2, 3, 4]);
});

test("what was released is given out again, as zeros", () => {
  const workspace = new Workspace();
  const mark = workspace.mark();
  const before = workspace.matrix(1, 3, Float64Array.of(1, 2, 3));
  workspace.release(mark);
  const after = workspace.matrix(1, 3);
  expect(after.address).toBe(before.address);
  expect([...after.values]).toEqual([0, 0, 0]);
});

test("a product overwrites its place and leaves the factors and their neighbours alone", () => {
  const workspace = new Workspace();
  const a = workspace.matrix(1, 2, Float64Array.of(1, 2));
  const b = workspace.matrix(2, 1, Float64Array.of(3, 4));
  const out = workspace.matrix(1, 1, Float64Array.of(99));
  const next = workspace.matrix(1, 9, new Float64Array(9).fill(7));
  workspace.multiply(a, b, out);
  workspace.multiply(a, b, out);
  expect([...out.values]).toEqual([11]);
  expect([a, b, next].map(({ values }) => [...values])).toEqual([[1, 2], [3, 4], Array(9).fill(7)]);
});

test("a matrix may be seen in another shape, as far as its entries go", () => {
  const workspace = new Workspace();
  const matrix = workspace.matrix(2, 3, Float64Array.of(1, 2, 3, 4, 5, 6));
  const first = workspace.reshaped(matrix, 1, 4);
  first.values[0] = 9;
  expect([[...first.values], matrix.values[0]]).toEqual([[9, 2, 3, 4], 9]);
  expect(() => workspace.reshaped(matrix, 1, 7)).toThrow(
    new InvalidInput("a 2 × 3 matrix of the workspace has no place for one of 1 × 7"),
  );
});

test("the module's bytes may come from anywhere", () => {
  const bytes = readFileSync(join(packageRoot(), "dist", "src", "matrix", "products.wasm"));
  const workspace = new Workspace(productsFromBytes(bytes));
  const [a, out] = [workspace.matrix(1, 1, Float64Array.of(3)), workspace.matrix(1, 1)];
  workspace.multiplyByTransposed(a, a, out);
  expect([...out.values]).toEqual([9]);
});

test("shapes that do not fit, values that are too few, strangers and overlaps are refused", () => {
  const workspace = new Workspace();
  const a = workspace.matrix(2, 3);
  expect(() => workspace.multiply(a, a, workspace.matrix(2, 3))).toThrow(
    new InvalidInput("shapes do not fit in C = A·B: A is 2 × 3, B is 2 × 3, C is 2 × 3"),
  );
  expect(() => workspace.matrix(2, 3, Float64Array.of(1))).toThrow(
    new InvalidInput("a 2 × 3 matrix needs 6 values; given 1"),
  );
  expect(() => workspace.matrix(-1, 3)).toThrow(new InvalidInput("a matrix needs a whole number of rows; given -1"));
  const square = workspace.matrix(2, 2);
  expect(() => workspace.multiply(square, square, square)).toThrow("must be another matrix than A and B");
  expect(() => workspace.multiply(square, square, new Workspace().matrix(2, 2))).toThrow("must lie in the workspace");
  expect(() => product({ rows: 1, columns: 3, values: new Float64Array(3) }, a)).toThrow("shapes do not fit");
});

test("a workspace that would be too large is refused before any memory is asked for", () => {
  expect(() => new Workspace().matrix(2 ** 20, 2 ** 20)).toThrow(RangeError);
});
