import { expect, test } from "vitest";
import { numberList } from "../../src/cli/number-list.ts";

test("dots go on in equal steps, without what doubles are off by", () => {
  expect(numberList("0,0.1,…,0.5")).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(numberList("0, 0.25, ..., 1, 2")).toEqual([0, 0.25, 0.5, 0.75, 1, 2]);
  expect(numberList("3,2,…,-1")).toEqual([3, 2, 1, 0, -1]);
  expect(numberList("0,1,…,2")).toEqual([0, 1, 2]);
  expect(numberList("1e-4,-1")).toEqual([1e-4, -1]);
  expect(numberList("+1.5, .5, 5., 0e-999")).toEqual([1.5, 0.5, 5, 0]);
});

test.each([
  ["0,…,4", "expected two numbers before the dots."],
  ["0,1,…", "expected a number after the dots."],
  ["0,1,…,…,3", "expected a number after the dots."],
  ["0,0.3,…,1", "expected equal steps from 0 and 0.3 to 1."],
  ["0,1,…,1", "expected equal steps from 0 and 1 to 1."],
  ["1,1,…,2", "expected equal steps from 1 and 1 to 2."],
  ["0,1e-9,…,1", "expected at most 1000 numbers; these are 1,000,000,001."],
  ["0,0.001,…,1e9", "expected at most 1000 numbers; these are 1,000,000,000,001."],
  [Array<number>(1001).fill(1).join(), "expected at most 1000 numbers; these are 1,001."],
  ["0,1e-300,…,1", "expected at most 1000 numbers"],
  ["1e-400", "expected 0, or a number that does not vanish"],
  ["0x10", "expected a finite number."],
  ["1e400", "expected a finite number."],
  ["0,one", "expected a finite number."],
  ["", "expected a finite number."],
])("%j is refused: %s", (text, sentence) => {
  expect(() => numberList(text)).toThrow(sentence);
});
