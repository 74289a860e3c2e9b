import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claims } from "../../proofs/index.ts";
import { certificate, claim, derivation } from "../../src/evidence/index.ts";
import { Book, scalar } from "../../src/formula/index.ts";
import { junitReport } from "../../src/report/junit.ts";
import { htmlReport } from "../../src/report/page.ts";
import { check } from "../../src/run/index.ts";
import { browserIsThere, launch } from "../browser.ts";
import { mixed } from "./sample.ts";

/* The page as a browser shows it. */
const shown = test.skipIf(!browserIsThere);

const folder = mkdtempSync(join(tmpdir(), "report-page-"));
const file = join(folder, "index.html");
const address = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  if (!browserIsThere) return;
  writeFileSync(file, htmlReport(mixed(), { claims }));
  browser = await launch();
});
afterAll(async () => {
  if (browserIsThere) await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens the page from disk, and keeps what it asks the network for and complains about. */
async function opened(
  width: number,
  colorScheme: "light" | "dark",
  url = address,
): Promise<{ readonly page: Page; readonly requests: string[]; readonly complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, requests, complaints };
}

const evaluate = async <T>(page: Page, code: string): Promise<T> => page.evaluate<T>(code);

/** Has all of the page laid out, not only what is in view, with its fonts. */
const laidOut = async (page: Page): Promise<void> => {
  // The page's policy lets nobody put a style sheet into it; its elements may be changed one by one.
  await evaluate(
    page,
    `document.querySelectorAll(".claim").forEach(({ style }) => (style.contentVisibility = "visible"))`,
  );
  await evaluate(page, "document.fonts.ready.then(() => 0)");
};

// Equations are taken out before: what KaTeX makes of them is its own matter, and axe would take most of its time for them.
const violations = async (page: Page): Promise<unknown[]> => {
  await evaluate(page, `document.querySelectorAll(".katex").forEach((equation) => equation.replaceWith("x = y"))`);
  await page.evaluate(axe);
  return evaluate(
    page,
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) })))`,
  );
};

/** Subscripts, and by how many pixels each stands off the text before it: a row of boxes with gaps would tear them apart. */
const TORN_SUBSCRIPTS = `[...document.querySelectorAll("sub, sup")].flatMap((mark) => {
  const before = mark.previousSibling;
  if (before === null || before.nodeType !== Node.TEXT_NODE || mark.closest(".katex")) return [];
  const range = document.createRange();
  range.setStart(before, before.length - 1);
  range.setEnd(before, before.length);
  const [own, text] = [mark.getBoundingClientRect(), range.getBoundingClientRect()];
  const gap = own.left - text.right;
  return own.width > 0 && own.top < text.bottom && gap >= 1 ? [mark.parentElement.textContent + ": " + gap] : [];
})`;

/** Boxes with more in them than they are wide. */
const WIDE_BOXES = `[...document.querySelectorAll(".math, .scroll")].filter((box) => box.scrollWidth > box.clientWidth + 1)`;

test("a browser is there wherever it has to be", () => {
  expect(browserIsThere || process.env["CI"] === undefined).toBe(true);
});

describe("in the light, on a wide screen,", () => {
  let seen: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    if (browserIsThere) seen = await opened(1300, "light");
  });

  shown(
    "by keyboard the first stop skips to the verdicts, and the next ones are links with a visible focus",
    async () => {
      const { page } = seen;
      await page.keyboard.press("Tab");
      expect(await evaluate(page, "document.activeElement.textContent")).toBe("Skip to the verdicts");
      expect(await evaluate(page, "document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
      await page.keyboard.press("Enter");
      expect(await evaluate(page, "document.activeElement.id")).toBe("main");
      await page.keyboard.press("Tab");
      expect(await evaluate(page, "getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    },
  );

  shown("the theme can be switched, and the button says which one is on", async () => {
    const { page } = seen;
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

  shown("a link to a claim leads to its beginning, also far down the page", async () => {
    const { page } = seen;
    await page.getByRole("navigation").getByRole("link", { name: "student-threshold" }).click();
    await page.waitForFunction(
      `Math.abs(document.getElementById("logistic/student-threshold").getBoundingClientRect().top) < 100`,
    );
  });

  shown(
    "everything that it shows is in it, fonts included: the network is not asked, and nothing is complained of",
    async () => {
      const { page, requests, complaints } = seen;
      await laidOut(page);
      expect(requests.filter((url) => url.split("#")[0] !== address && !url.startsWith("data:"))).toEqual([]);
      expect(complaints).toEqual([]);
      const missing = await evaluate(
        page,
        `(() => {
        const nameOf = ({ fontFamily, fontWeight, fontStyle }) =>
          [fontFamily.split(",")[0].replaceAll('"', ""), fontWeight, fontStyle].join(" ");
        const loaded = [...document.fonts].filter(({ status }) => status === "loaded").map(({ family, weight, style }) =>
          nameOf({ fontFamily: family, fontWeight: weight, fontStyle: style }));
        const used = [...document.querySelectorAll(".katex-html *")].map((element) => nameOf(getComputedStyle(element)));
        return [...new Set(used)].filter((name) => name.startsWith("KaTeX") && !loaded.includes(name));
      })()`,
      );
      expect(missing).toEqual([]);
    },
  );

  shown("the JUnit report is well-formed for a strict parser", async () => {
    const xml = JSON.stringify(junitReport(mixed(), { claims }));
    const root = `new DOMParser().parseFromString(${xml}, "application/xml").documentElement.nodeName`;
    expect(await evaluate(seen.page, root)).toBe("testsuites");
  });
});

shown("its policy lets no script run but its own, and no style sheet, picture or request be added", async () => {
  // As if something of a claim had got into the page unescaped.
  const hostile = [
    `<script>window.ran = "script"</script>`,
    `<img src="x" onerror="window.ran = 'handler'">`,
    `<img src="https://example.invalid/picture.png">`,
    `<a id="trap" href="javascript:window.ran = 'link'">link</a>`,
    `<style>body { background: rgb(1, 2, 3) }</style>`,
    `<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>`,
    `<svg><script>window.ran = "picture"</script></svg>`,
    `<base href="https://example.invalid/">`,
  ].join("");
  const other = join(folder, "injected.html");
  writeFileSync(other, htmlReport(mixed(), { claims }).replace("<main ", `${hostile}<main `));
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, colorScheme: "light" });
  const page = await context.newPage();
  const [asked, refused]: [string[], string[]] = [[], []];
  const ofOthers = (url: string): boolean => url.includes("example.invalid");
  page.on("request", (request) => ofOthers(request.url()) && asked.push(request.url()));
  page.on("requestfailed", (request) => request.failure()?.errorText === "csp" && refused.push(request.url()));
  await page.goto(pathToFileURL(other).href);
  await page.locator("#trap").click({ force: true, timeout: 5000 });
  await evaluate(
    page,
    `fetch("https://example.invalid/").catch(() => {
      const added = document.createElement("script");
      added.textContent = "window.ran = 'added'";
      document.body.append(added);
    })`,
  );
  expect(await evaluate(page, "window.ran ?? null")).toBe(null);
  expect(await evaluate(page, "document.baseURI.startsWith('file:')")).toBe(true);
  expect(await evaluate(page, "getComputedStyle(document.body).backgroundColor")).not.toBe("rgb(1, 2, 3)");
  // The browser itself refused them, before they were sent.
  expect(refused.filter(ofOthers)).toEqual(asked);
  // And what is the page's own works beside it.
  await page.getByRole("button", { name: "Dark theme" }).click();
  expect(await evaluate(page, "document.documentElement.dataset.theme")).toBe("dark");
  await context.close();
});

shown(
  "a claim whose every field is markup is shown as it is written, and nothing of it becomes a part of the page",
  async () => {
    const hostile = `"'><img src=x onerror="window.ran=1"><script>window.ran = 2</script></title></style>&amp;`;
    const book = Book.define(
      { x: scalar(hostile, "real", hostile) },
      { square: { latex: hostile, meaning: hostile, text: "x^2" } },
    );
    const checks = [
      derivation(book, { name: hostile, covers: ["square"], steps: [{ says: hostile, identity: ["square", "x*x"] }] }),
      certificate(book, {
        name: `${hostile} too`,
        covers: ["square"],
        certify: () => ({ verdict: "supported", detail: hostile }),
      }),
    ];
    const words = { title: hostile, source: hostile, statement: hostile, hypotheses: [hostile] };
    const theirs = [claim({ id: "hostile/markup", ...words, dependsOn: [], book, checks })];
    const subject = { claims: theirs, figures: [], claimsFile: `${hostile}.mjs`, title: hostile };
    const other = join(folder, "hostile.html");
    writeFileSync(other, htmlReport(check(theirs), subject));
    const { page, complaints } = await opened(1300, "light", pathToFileURL(other).href);
    expect(complaints).toEqual([]);
    expect(await evaluate(page, "[document.images.length, document.scripts.length, window.ran ?? null]")).toEqual([
      0,
      1,
      null,
    ]);
    expect(await page.title()).toBe(`${hostile}: report`);
    const shownText = await evaluate<string>(page, "document.body.textContent");
    // Title in the table and the page, source, statement, hypothesis, names, steps, details, meanings, LaTeX, path: all are there.
    expect(shownText.split(hostile).length - 1).toBeGreaterThan(12);
  },
);

shown(
  "on paper the page is light, and no equation is cut off; in the dark axe finds nothing to object to",
  async () => {
    const { page } = await opened(665, "dark");
    await page.emulateMedia({ media: "print" });
    await laidOut(page);
    expect(await evaluate(page, "getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await evaluate(page, `${WIDE_BOXES}.length`)).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1300, height: 900 });
    expect(await violations(page)).toEqual([]);
  },
);

shown(
  "on a phone nothing is wider than the screen, what scrolls can be reached by keyboard, and axe agrees",
  async () => {
    const { page } = await opened(360, "light");
    expect(await evaluate(page, "[document.documentElement.scrollWidth, innerWidth]")).toEqual([360, 360]);
    await laidOut(page);
    expect(await evaluate(page, TORN_SUBSCRIPTS)).toEqual([]);
    const cut = `[...document.querySelectorAll(".legend li")].filter((entry) => entry.getBoundingClientRect().right > 360).length`;
    expect(await evaluate(page, cut)).toBe(0);
    expect(await evaluate(page, `${WIDE_BOXES}.length`)).toBeGreaterThan(3);
    await page.waitForFunction(
      `${WIDE_BOXES}.every((box) => box.tabIndex === 0 && box.getAttribute("aria-label") !== null)`,
    );
    expect(await violations(page)).toEqual([]);
  },
);
