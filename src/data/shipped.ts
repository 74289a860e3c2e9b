import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numberOf, parseCells } from "./csv.ts";
import { packageRoot } from "./files.ts";
import { gunzip } from "./gunzip.ts";
import { parseIdx } from "./idx.ts";
import { InvalidInput } from "./invalid-input.ts";
import { quoted } from "./quoted.ts";
import { type Scaling, standardised } from "./standardise.ts";
import { textOf } from "./text.ts";
import type { Classification, LabelledTable } from "./tables.ts";

/** The data sets for classification that the project ships; provenance, licences and splits in data/README.md. */
export const datasetNames = ["digits", "letter", "satellite", "fashion-mnist"] as const;

interface Shipped {
  readonly scaling: Scaling;
  readonly load: () => Pick<Classification, "train" | "test">;
}

const shipped: Readonly<Record<(typeof datasetNames)[number], Shipped>> = {
  digits: { scaling: "global", load: () => fromCsv("data/digits.csv.gz", 1200) },
  letter: { scaling: "columns", load: () => fromCsv("data/letter.csv.gz", 16_000) },
  satellite: { scaling: "columns", load: () => fromCsv("data/satellite.csv.gz", 4435) },
  "fashion-mnist": {
    scaling: "global",
    load: () => ({
      train: fromIdx("data/fashion-mnist-train-5000"),
      test: fromIdx("data/fashion-mnist-test-2000"),
    }),
  },
};

/**
 * A data set that the project ships, split as data/README.md says and standardised on its training samples: pixels by one
 * scale, attributes by one scale each.
 *
 * @throws InvalidInput for a name that is none of `datasetNames`.
 */
export function shippedDataset(name: string): Classification {
  const known = datasetNames.find((each) => each === name);
  if (known === undefined)
    throw new InvalidInput(`no data set is called ${quoted(name)}; there are ${datasetNames.join(", ")}`);
  const { scaling, load } = shipped[known];
  return standardised({ name, key: name, ...load() }, scaling);
}

// The last column names the class; the first `training` rows are for training, the others for the test.
function fromCsv(file: string, training: number): Pick<Classification, "train" | "test"> {
  const { rows, firstLine } = parseCells(textOf(inflated(file), file), file, { header: "yes" });
  const columns = rows[0]!.length - 1;
  const names = [...new Set(rows.map((cells) => cells[columns]!))].toSorted();
  const code = new Map(names.map((each, k) => [each, k]));
  const part = (from: number, to: number): LabelledTable => {
    const values = new Float64Array((to - from) * columns);
    for (let i = from; i < to; i++) {
      for (let j = 0; j < columns; j++) {
        values[(i - from) * columns + j] = numberOf(rows[i]![j]!, file, firstLine + i, j + 1);
      }
    }
    return {
      features: { rows: to - from, columns, values },
      labels: Int32Array.from(rows.slice(from, to), (cells) => code.get(cells[columns]!)!),
      classes: names.length,
    };
  };
  return { train: part(0, training), test: part(training, rows.length) };
}

function fromIdx(files: string): LabelledTable {
  const [imageFile, labelFile] = [`${files}-images-idx3-ubyte.gz`, `${files}-labels-idx1-ubyte.gz`];
  const images = parseIdx(inflated(imageFile), imageFile);
  const labels = Int32Array.from(parseIdx(inflated(labelFile), labelFile).values);
  const rows = images.shape[0]!;
  return {
    features: { rows, columns: images.values.length / rows, values: Float64Array.from(images.values) },
    labels,
    classes: Math.max(...labels) + 1,
  };
}

function inflated(file: string): Uint8Array {
  return gunzip(readFileSync(join(packageRoot(), file)), file);
}
