import { Presets, SingleBar } from "cli-progress";
import { onOneLine } from "../data/index.ts";
import { say } from "./output.ts";

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
        say(isStarted ? `${done}/${of} ${onOneLine(last)}` : `${of} ${what} to do${before}`);
        isStarted = true;
      },
      stop: () => {},
    };
  }
  const format = `{bar} {value}/{total} ${what} · {last}`;
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  return {
    update: (done, of, last) => {
      const shown = { last: onOneLine(last) };
      if (isStarted) bar.update(done, shown);
      else bar.start(of, done, shown);
      isStarted = true;
    },
    stop: () => bar.stop(),
  };
}
