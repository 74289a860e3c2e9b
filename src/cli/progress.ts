import { Presets, SingleBar } from "cli-progress";

/** Shows on standard error how many are done, of what: a bar on a terminal, a line for each elsewhere. */
export function showProgress(what = "checks"): {
  readonly update: (done: number, of: number, last: string) => void;
  readonly stop: () => void;
} {
  if (!process.stderr.isTTY) {
    return {
      update: (done, of, last) =>
        process.stderr.write(done === 0 ? `${of} ${what} to do\n` : `${done}/${of} ${last}\n`),
      stop: () => {},
    };
  }
  const format = `{bar} {value}/{total} ${what} · {last}`;
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  return {
    update: (done, of, last) => {
      if (done === 0) bar.start(of, 0, { last });
      else bar.update(done, { last });
    },
    stop: () => bar.stop(),
  };
}
