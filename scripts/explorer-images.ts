/**
 * Takes the pictures of the explorer in docs/images. Needs a Chromium, at CHROMIUM or /usr/bin/chromium.
 *
 * usage: npm run explorer-images
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { packageRoot } from "../src/data/index.ts";
import { buildExplorer } from "./explorer/build.ts";

interface Picture {
  readonly name: string;
  readonly state: string;
  readonly theme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  /** What of the page's height is above the picture. */
  readonly from?: number;
}

const PHONE = { width: 390, height: 844 };
const PICTURES: readonly Picture[] = [
  { name: "explorer-ridge-light", state: "", theme: "light", width: 1280, height: 850 },
  {
    name: "explorer-ridge-dark",
    state: "problem=approached&lambda=10&xi=-5",
    theme: "dark",
    width: 1280,
    height: 960,
    from: 834,
  },
  { name: "explorer-logistic-light", state: "model=logistic", theme: "light", width: 1280, height: 1060 },
  { name: "explorer-logistic-dark", state: "model=logistic", theme: "dark", width: 1280, height: 1060 },
  { name: "explorer-phone-light", state: "", theme: "light", ...PHONE },
  { name: "explorer-phone-dark", state: "problem=high-noise", theme: "dark", ...PHONE, from: 1000 },
];

const folder = join(packageRoot(), "docs/images");
mkdirSync(folder, { recursive: true });
const page = pathToFileURL(join(await buildExplorer(), "index.html")).href;
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const { name, state, theme, width, height, from = 0 } of PICTURES) {
  const phone = width < 600;
  const tab = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
  });
  await tab.goto(`${page}#${state}`);
  await tab.locator(".progress:visible", { hasText: /^(\d.*) of \1 / }).waitFor({ timeout: 300_000 });
  await tab.locator("[data-complete]:visible, [data-figure=xi]:visible").waitFor({ timeout: 300_000 });
  await tab.evaluate(`scrollTo(0, ${from})`);
  await tab.waitForTimeout(1000);
  await tab.screenshot({ path: join(folder, `${name}.png`) });
  await tab.close();
}
await browser.close();
