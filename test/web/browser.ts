import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { packageRoot } from "../../src/data/index.ts";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Chromium is optional for users: without it there is nothing to see. Where the variable CI is set it must be there. */
export const browserIsThere = existsSync(executablePath);

export function launch(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({ executablePath, args });
}

/** Builds the page as `npm run build` does, and returns its folder. */
export function built(): string {
  const { status, stderr } = spawnSync(process.execPath, ["dist/scripts/build-explorer.js"], {
    cwd: packageRoot(),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the explorer cannot be built: ${stderr}`);
  return join(packageRoot(), "dist/explorer");
}

/** Everything that a page says to the console, throws, or asks of a network. */
export function overheard(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => heard.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) heard.push(`request: ${request.url()}`);
  });
  return heard;
}
