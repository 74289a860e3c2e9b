import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadModule, moduleLoading, NotLoaded } from "../../../src/run/claims/load-module.ts";

const folder = mkdtempSync(join(tmpdir(), "load-module-"));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test("a module that waits for what does not come is given up after the time that it is given", async () => {
  const waiting = put("waiting.mjs", "setInterval(() => {}, 1000).unref(); await new Promise(() => {});");
  const loading = loadModule(waiting, 1);
  expect(moduleLoading()).toBe(waiting);
  await expect(loading).rejects.toThrow(NotLoaded);
  await expect(loading).rejects.toThrow("it waits for something that does not come within 1 s (a top-level await)");
  expect(moduleLoading()).toBeUndefined();
});

test("one that takes its time is waited for, and its listeners are gone afterwards", async () => {
  const before = ["uncaughtException", "unhandledRejection"].map((event) => process.listenerCount(event));
  const slow = put("slow.mjs", "await new Promise((resolve) => setTimeout(resolve, 300)); export const claims = 7;");
  expect(await loadModule(slow)).toMatchObject({ claims: 7 });
  expect(["uncaughtException", "unhandledRejection"].map((event) => process.listenerCount(event))).toEqual(before);
});
