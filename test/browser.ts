import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Chromium is optional for users: without it there is nothing to see. Where the variable CI is set it must be there. */
export const browserIsThere = existsSync(executablePath);

export function launch(): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({ executablePath, args });
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
