import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import { serveFolder, type Served } from "../../scripts/explorer/server.ts";

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "explorer-"));
  mkdirSync(join(folder, "page"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "page/index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(folder, "page/.hidden"), "secret");
  served = await serveFolder(join(folder, "page"), 0);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** The answer to a request line exactly as it is written, which `fetch` would tidy up. */
function raw(line: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (answer += chunk));
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("the page is served as HTML, for no other page to frame, and to be looked at anew each time", async () => {
  const response = await fetch(served.url);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("<title>page</title>");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/html;charset=utf-8",
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  });
});

test.each([
  "GET /../secret.txt",
  "GET /..%2fsecret.txt",
  "GET /%2e%2e/secret.txt",
  "GET /page/../../secret.txt",
  "GET /..\\secret.txt",
  "GET //etc/passwd",
  "GET /.hidden",
  "GET /%00",
  "GET /%",
  "GET /nothing",
])("%s is not found", async (line) => {
  const answer = await raw(line);
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer).not.toContain("secret\n");
  expect(answer).not.toMatch(/\r\n\r\nsecret/);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is not answered", async (method) => {
  const response = await fetch(served.url, { method });
  expect([response.status, await response.text()]).toEqual([405, "only GET and HEAD are answered\n"]);
});

test("only this machine can reach it", async () => {
  expect(new URL(served.url).hostname).toBe("127.0.0.1");
  const { port } = new URL(served.url);
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of others) await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow("fetch failed");
});

test("a port that is taken is an error with its code", async () => {
  await expect(serveFolder(folder, Number(new URL(served.url).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("npm run explore refuses a port that is none, in a sentence", () => {
  const { status, stderr } = spawnSync(process.execPath, ["dist/scripts/explore.js", "--port", "80x"], {
    cwd: packageRoot(),
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toBe("explore: option '--port <n>' argument '80x' is invalid. expected an integer from 0 to 65535.\n");
});
