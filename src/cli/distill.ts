import { type Command, InvalidArgumentError, Option } from "commander";
import { datasetNames, fileOf, InvalidInput, requireArrayFile, requireFile } from "../data/index.ts";
import {
  carryOut,
  dataOf,
  digestOfFiles,
  type DistillReport,
  type DistillSettings,
  filesOf,
  type OwnTest,
  planDistillation,
  type Source,
} from "../run/index.ts";
import { type CorruptionKind, corruptionKinds } from "../softmax/index.ts";
import { carriedOut, describePart, WHERE_STOPPED } from "./carried-out.ts";
import { distillTables } from "./distill-tables.ts";
import { numberList } from "./number-list.ts";
import { fraction, type Header, headerOption, integer, jsonOption } from "./options.ts";
import { deliver } from "./output.ts";
import { addRunOptions, chooseRunOptions, type GivenRunOptions } from "./run-options.ts";

interface Options extends GivenRunOptions {
  readonly dataset?: string;
  readonly features?: string;
  readonly labels?: string;
  readonly testFeatures?: string;
  readonly testLabels?: string;
  readonly testShare?: number;
  readonly header: Header;
  readonly rows?: number | "all";
  readonly map?: "relu" | "fourier" | "none";
  readonly columns: number;
  readonly corruption: readonly number[];
  readonly kind: CorruptionKind;
  readonly xi: readonly number[];
  readonly weightDecay: readonly number[];
  readonly repeats: number;
  readonly seed: number;
  readonly json?: string;
}

const NOTES = `
A softmax classifier, linear in the features, is fitted to training labels of which some are corrupted (the teacher), and
students are fitted to ξ times its predictions plus 1 − ξ times the given labels, all with the same weight decay: ½ w ‖W‖² is
added to the mean loss. Accuracies are on test samples, whose labels must be clean. Every ξ and weight decay sees the same
corruptions, so that differences are paired; intervals are at 99 %.

Shipped data are mapped to random features (--map, --columns) of some training samples (--rows) unless you say otherwise; your
own are taken as they are.

Lists are numbers separated by commas; dots go on in equal steps: 0,0.25,…,4.

Exit code: 0 all carried out, 3 some were not, 2 bad input, ${WHERE_STOPPED}.`;

export function addDistillCommand(program: Command): void {
  const command = program
    .command("distill")
    .description("teacher and students on real data with corrupted labels: does imitation help, and how much of it?")
    .addOption(new Option("--dataset <name>", "data set that is shipped").choices(datasetNames).conflicts("features"))
    .option("--features <file>", "your own training features: .npy, .npz, .csv or .csv.gz, a row a sample")
    .option("--labels <file>", "classes of the training samples, which are taken to be clean and then corrupted")
    .option("--test-share <s>", "set this fraction of each class aside for the test, at random", fraction)
    .option("--test-features <file>", "features of the test samples, instead")
    .option("--test-labels <file>", "clean classes of the test samples")
    .addOption(headerOption())
    .option(
      "--rows <n>",
      "training samples to use, chosen at random, or all; 1000 of shipped data by default",
      rowsOption,
    )
    .addOption(
      new Option("--map <kind>", "random features of the given ones; relu for shipped data by default").choices([
        "relu",
        "fourier",
        "none",
      ]),
    )
    .option("--columns <n>", "how many random features", integer(1), 200)
    .option("--corruption <rates>", "fractions of the training labels that are corrupted", rates, [0, 0.3, 0.5])
    .addOption(
      new Option(
        "--kind <kind>",
        "where a corrupted label goes: any other class, the next class, or the one that a clean teacher most confuses it with",
      )
        .choices(corruptionKinds)
        .default("random"),
    )
    .option(
      "--xi <list>",
      "imitation parameters; 0, the teacher, is always among them",
      rising,
      [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4],
    )
    .option("--weight-decay <list>", "weight decays", positive, [1e-4, 1e-3, 1e-2, 1e-1, 1])
    .option("--repeats <n>", "how often samples, features and corruptions are drawn", integer(1), 8)
    .option("--seed <n>", "where all random draws start", integer(0), 1)
    .addOption(jsonOption())
    .addHelpText("after", NOTES)
    .action(run);
  addRunOptions(command, "a teacher with its students");
}

async function run(given: Options): Promise<void> {
  const settings = settingsOf(given);
  const { seed, json } = given;
  const how = chooseRunOptions(given);
  const { run: sweep, report } = planDistillation(settings, seed);
  if (how.shard !== undefined && json !== undefined) {
    throw new InvalidInput("a part has no report; give --json to sd-theorems merge");
  }
  const outcomes = await carriedOut(how, "teachers", async (options) => carryOut(sweep, options));
  if (outcomes === null) return;
  if (how.shard !== undefined) describePart(how, "teachers", outcomes);
  else deliverDistillation(report(outcomes), json);
}

/** Shows the report and sets the exit code. */
export function deliverDistillation(report: DistillReport, json: string | undefined): void {
  deliver(json, report, () => distillTables(report));
  process.exitCode = report.failures.length === 0 ? 0 : 3;
}

function settingsOf(given: Options): DistillSettings {
  const { corruption, kind, xi, weightDecay, repeats, columns } = given;
  const source = sourceOf(given);
  const isShipped = "dataset" in source;
  const { name, train, test } = dataOf(source);
  const size = {
    name,
    trainRows: train.features.rows,
    testRows: test.features.rows,
    columns: train.features.columns,
    classes: train.classes,
  };
  const asked = given.rows ?? (isShipped ? Math.min(1000, size.trainRows) : "all");
  const rows = asked === "all" ? null : asked;
  if (rows !== null && rows > size.trainRows) {
    throw new InvalidInput(`--rows ${rows}: ${name} has ${size.trainRows} training samples`);
  }
  const map = given.map ?? (isShipped ? "relu" : "none");
  return {
    source,
    data: size,
    rows,
    map: map === "none" ? null : { kind: map, columns },
    kind,
    rates: [...corruption],
    weightDecays: [...weightDecay],
    xis: [...xi],
    repeats,
  };
}

function sourceOf({ dataset, features, labels, header, ...given }: Options): Source {
  if (dataset !== undefined) return { dataset };
  if (features === undefined) throw new InvalidInput("no data are given; expected --dataset or --features");
  if (labels === undefined) throw new InvalidInput("--features needs --labels as well");
  const own = { features, labels, test: testOf(given) };
  const files = filesOf(own);
  if (files.includes("-")) throw new InvalidInput("cannot read -: expected a file, which workers can read again");
  for (const path of files) requireFile(fileOf(path));
  // Told before all of a large file is read for its digest.
  for (const { features: x, labels: y } of "features" in own.test ? [own, own.test] : [own]) {
    requireArrayFile(x, "features");
    requireArrayFile(y, "labels");
  }
  return { ...own, ...(header === "auto" ? {} : { header }), sha256: digestOfFiles(files) };
}

function testOf({
  testFeatures,
  testLabels,
  testShare,
  seed,
}: Omit<Options, "dataset" | "features" | "labels" | "header">): OwnTest {
  const areFiles = testFeatures !== undefined || testLabels !== undefined;
  if (testShare !== undefined && areFiles) {
    throw new InvalidInput("--test-share sets samples aside, and test samples are given as well; expected one of them");
  }
  if (testShare !== undefined) return { share: testShare, seed };
  if (testFeatures !== undefined && testLabels !== undefined) return { features: testFeatures, labels: testLabels };
  throw new InvalidInput("--features needs test samples: --test-features with --test-labels, or --test-share");
}

// Commander takes a parsed null for an empty string.
function rowsOption(text: string): number | "all" {
  return text === "all" ? "all" : integer(1)(text);
}

function rates(text: string): number[] {
  const list = numberList(text);
  if (list.some((rate) => rate < 0 || rate > 1)) throw new InvalidArgumentError("expected fractions from 0 to 1.");
  return sortedOnce(list);
}

function positive(text: string): number[] {
  const list = numberList(text);
  if (list.some((value) => value <= 0)) throw new InvalidArgumentError("expected positive numbers.");
  return sortedOnce(list);
}

function rising(text: string): number[] {
  return sortedOnce([0, ...numberList(text)]);
}

function sortedOnce(values: readonly number[]): number[] {
  return [...new Set(values)].toSorted((one, other) => one - other);
}
