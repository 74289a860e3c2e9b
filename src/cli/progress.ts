import { Presets, SingleBar } from "cli-progress";

/**
 * Shows on standard error how many are done, of what: a bar on a terminal, a line for each elsewhere. The first update says how
 * many there are, and how many were done before.
 */
export function showProgress(what = "checks"): {
  readonly update: (done: number, of: number, last: string) => void;
  readonly stop: () => void;
} {
  let isStarted = false;
  if (!process.stderr.isTTY) {
    return {
      update: (done, of, last) => {
        const before = done === 0 ? "" : `, of which ${done} are done already`;
        process.stderr.write(isStarted ? `${done}/${of} ${last}\n` : `${of} ${what} to do${before}\n`);
        isStarted = true;
      },
      stop: () => {},
    };
  }
  const format = `{bar} {value}/{total} ${what} · {last}`;
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  return {
    update: (done, of, last) => {
      if (isStarted) bar.update(done, { last });
      else bar.start(of, done, { last });
      isStarted = true;
    },
    stop: () => bar.stop(),
  };
}
