import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { junitReport } from "../../src/report/junit.ts";
import { htmlReport } from "../../src/report/page.ts";
import { mixed } from "./sample.ts";

/*
 * The page as a browser shows it. A browser is optional for users: without one there is nothing to see here. Where the
 * environment variable CI is set it must be there.
 */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const hasBrowser = existsSync(executablePath);
const shown = test.skipIf(!hasBrowser);

const folder = mkdtempSync(join(tmpdir(), "report-page-"));
const file = join(folder, "index.html");
const address = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  writeFileSync(file, htmlReport(mixed()));
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
  rmSync(folder, { recursive: true });
});

interface Seen {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens the page from disk, shows it to `look`, and keeps what it asks the network for and complains about. */
async function opened(
  width: number,
  colorScheme: "light" | "dark",
  look: (seen: Seen) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await look({ page, requests, complaints });
  await context.close();
}

const evaluate = async <T>(page: Page, code: string): Promise<T> => page.evaluate<T>(code);

/** Has all of the page laid out, not only what is in view, with its fonts. */
const laidOut = async (page: Page): Promise<void> => {
  await page.addStyleTag({ content: ".claim { content-visibility: visible !important }" });
  await evaluate(page, "document.fonts.ready.then(() => 0)");
};

// Equations are left out: what KaTeX makes of them is its own matter, and they are many.
const violations = async (page: Page): Promise<unknown[]> => {
  await page.evaluate(axe);
  return evaluate(
    page,
    `axe.run({ exclude: [".katex"] }, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) })))`,
  );
};

test("a browser is there wherever it has to be", () => {
  expect(hasBrowser || process.env["CI"] === undefined).toBe(true);
});

shown("it opens from disk without the network or a complaint, and every font that it uses is in it", async () => {
  await opened(1300, "light", async ({ page, requests, complaints }) => {
    await laidOut(page);
    expect(requests.filter((url) => url !== address && !url.startsWith("data:"))).toEqual([]);
    expect(complaints).toEqual([]);
    const missing = await evaluate(
      page,
      `(() => {
        const loaded = new Set([...document.fonts].filter(({ status }) => status === "loaded").map(({ family, weight, style }) =>
          [family.replaceAll('"', ""), weight, style].join(" ")));
        const used = [...document.querySelectorAll(".katex-html *")].map((element) => getComputedStyle(element));
        const names = used.map(({ fontFamily, fontWeight, fontStyle }) =>
          [fontFamily.split(",")[0].replaceAll('"', ""), fontWeight, fontStyle].join(" "));
        return [...new Set(names)].filter((name) => name.startsWith("KaTeX") && !loaded.has(name));
      })()`,
    );
    expect(missing).toEqual([]);
  });
});

shown("in the dark, on a wide screen, axe finds nothing to object to", async () => {
  await opened(1300, "dark", async ({ page }) => {
    await laidOut(page);
    expect(await violations(page)).toEqual([]);
  });
});

shown(
  "nor in the light on a phone, where nothing is wider than the screen and what scrolls can be reached by keyboard",
  async () => {
    await opened(360, "light", async ({ page }) => {
      await laidOut(page);
      expect(await evaluate(page, "[document.documentElement.scrollWidth, innerWidth]")).toEqual([360, 360]);
      const wide = `[...document.querySelectorAll(".math, .scroll")].filter((box) => box.scrollWidth > box.clientWidth + 1)`;
      expect(await evaluate(page, `${wide}.length`)).toBeGreaterThan(3);
      await page.waitForFunction(
        `${wide}.every((box) => box.tabIndex === 0 && box.getAttribute("aria-label") !== null)`,
      );
      expect(await violations(page)).toEqual([]);
    });
  },
);

shown("by keyboard: the first stop skips to the verdicts, the next ones are links with a visible focus", async () => {
  await opened(1300, "light", async ({ page }) => {
    await page.keyboard.press("Tab");
    expect(await evaluate(page, "document.activeElement.textContent")).toBe("Skip to the verdicts");
    expect(await evaluate(page, "document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
    await page.keyboard.press("Enter");
    expect(await evaluate(page, "document.activeElement.id")).toBe("main");
    await page.keyboard.press("Tab");
    expect(await evaluate(page, "getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  });
});

shown("the theme can be switched, and the button says which one is on", async () => {
  await opened(1300, "light", async ({ page }) => {
    const paper = async (): Promise<string> => evaluate(page, "getComputedStyle(document.body).backgroundColor");
    const light = await paper();
    const button = page.getByRole("button", { name: "Dark theme" });
    expect(await button.getAttribute("aria-pressed")).toBe("false");
    await button.focus();
    await page.keyboard.press("Space");
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(await paper()).not.toBe(light);
    await button.click();
    expect(await paper()).toBe(light);
  });
});

shown("a link to a claim leads to its beginning, also far down the page", async () => {
  await opened(1300, "light", async ({ page }) => {
    await page.getByRole("navigation").getByRole("link", { name: "student-threshold" }).click();
    await page.waitForTimeout(100);
    const top = await evaluate<number>(
      page,
      `document.getElementById("logistic/student-threshold").getBoundingClientRect().top`,
    );
    expect(Math.abs(top)).toBeLessThan(100);
  });
});

shown("on paper the page is light in either theme, and no equation is cut off", async () => {
  await opened(665, "dark", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await laidOut(page);
    expect(await evaluate(page, "getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    const cut = await evaluate(
      page,
      `[...document.querySelectorAll(".math, .scroll")].filter((box) => box.scrollWidth > box.clientWidth + 1).length`,
    );
    expect(cut).toBe(0);
  });
});

shown("the JUnit report is well-formed XML for a strict parser", async () => {
  await opened(360, "light", async ({ page }) => {
    const xml = JSON.stringify(junitReport(mixed()));
    const root = await evaluate(
      page,
      `new DOMParser().parseFromString(${xml}, "application/xml").documentElement.nodeName`,
    );
    expect(root).toBe("testsuites");
  });
});
