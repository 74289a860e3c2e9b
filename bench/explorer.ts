import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Locator, type Page } from "playwright-core";
import { buildExplorer } from "../scripts/explorer/build.ts";
import { printTable } from "./table.ts";
import { median } from "./timing.ts";

/** From a key pressed on a slider to the frame that shows what it means. */
const MOST_MILLISECONDS = 50;
const STEPS = 40;
/** The first presses, while the browser still compiles what it runs. */
const WARMING_UP = 5;

const STATES: Readonly<Record<string, string>> = {
  "two modes": "problem=two-modes",
  "60 × 12": "problem=gaussian",
  "442 × 10": "problem=diabetes",
  "40 modes": `problem=own&s=${numbers(40, (i) => i + 1)}&theta2=${numbers(40, (i) => (7 * i) % 13)}`,
  logistic: "model=logistic",
};

/**
 * How fast the explorer answers when a slider is moved, with all that a person sees while the worker simulates: needs a
 * Chromium, at CHROMIUM or /usr/bin/chromium. Returns what misses its requirement.
 */
export async function benchExplorer(): Promise<string[]> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    process.stdout.write("The explorer is not measured: there is no Chromium.\n\n");
    return [];
  }
  const page = pathToFileURL(join(await buildExplorer(), "index.html")).href;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const rows: string[][] = [];
  const misses: string[] = [];
  for (const [name, state] of Object.entries(STATES)) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.goto(`${page}#${state}`);
    await tab.locator("figure svg").first().waitFor();
    for (const slider of await tab.locator(".panel:not([hidden]) input[type=range]").all()) {
      const label = (await slider.getAttribute("aria-label"))!;
      const { waits, processor } = await answers(tab, slider);
      rows.push([name, label, ...[median(waits), ninetieth(waits), processor].map((value) => value.toFixed(1))]);
      if (median(waits) > MOST_MILLISECONDS)
        misses.push(`the explorer's ${label} answers only after ${median(waits).toFixed(0)} ms`);
    }
    await tab.close();
  }
  await browser.close();
  printTable(
    `Explorer: milliseconds from a key pressed on a slider to the painted frame (a median of at most ${MOST_MILLISECONDS} is required), and of processor time on the page's thread.`,
    ["problem", "slider", "median", "90 % within", "processor a step"],
    rows,
  );
  return misses;
}

/** Presses the arrow key on a slider again and again, each time once the last one's frame is there. */
async function answers(tab: Page, slider: Locator): Promise<{ readonly waits: number[]; readonly processor: number }> {
  await slider.focus();
  await tab.evaluate(WAITING);
  const session = await tab.context().newCDPSession(tab);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
  const before = await busy();
  for (let step = 0; step < STEPS; step++) {
    await tab.keyboard.press(step < STEPS / 2 ? "ArrowRight" : "ArrowLeft");
    await tab.waitForFunction(`waits.length > ${step}`);
  }
  const processor = ((await busy()) - before) / STEPS;
  await session.detach();
  return { waits: (await tab.evaluate<number[]>("waits")).slice(WARMING_UP), processor };
}

// The time of a key's event is when the browser got it; a message posted in a frame arrives once the frame is painted.
const WAITING = `
  window.waits = [];
  document.onkeydown = ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => waits.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  };`;

function ninetieth(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(0.9 * values.length)]!;
}

function numbers(count: number, of: (i: number) => number): string {
  return Array.from({ length: count }, (_, i) => of(i)).join(",");
}
