import { expect, test } from "vitest";
import { readClassification, readLabelled } from "../../src/data/labelled.ts";
import { temporaryFolder } from "./temporary.ts";

const { folder, write } = temporaryFolder();

const training = {
  features: write("train.csv", "1,2\n3,4\n5,6\n"),
  labels: write("train-labels.csv", "class\nb\na\nb\n"),
};
const testing = { features: write("test.csv", "7,8\n"), labels: write("test-labels.csv", "class\nb\n") };

const train = {
  features: { rows: 3, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) },
  labels: Int32Array.of(1, 0, 1),
  classes: 2,
};

test("features and labels go together, and the classes of the test samples are those of training", () => {
  expect(readLabelled(training)).toEqual(train);
  expect(readClassification(training, testing)).toEqual({
    name: "train.csv",
    train,
    test: { features: { rows: 1, columns: 2, values: Float64Array.of(7, 8) }, labels: Int32Array.of(1), classes: 2 },
  });
});

test("as many labels as samples are asked for, and in the test as many columns as in training", () => {
  const labels = write("short.csv", "c\na\nb\n");
  expect(() => readLabelled({ ...training, labels })).toThrow(
    `${training.features} has 3 samples and ${labels} 2 labels; expected one for each; does one have a header line, and the other none (--header yes)?`,
  );
  expect(() => readLabelled({ ...training, labels: write("long.csv", "0\n1\n0\n1\n1\n") })).toThrow(
    `${training.features} has 3 samples and ${folder}/long.csv 5 labels; expected one for each`,
  );
  const features = write("wide.csv", "7,8,9\n");
  expect(() => readClassification(training, { ...testing, features })).toThrow(
    `${features} has 3 columns and ${training.features} 2; expected the same`,
  );
});
