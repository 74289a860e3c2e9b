import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/data/index.ts";
import { serveFolder, type Served } from "../../scripts/explorer/server.ts";

const PAGE = "<!doctype html><title>page</title>";

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "explorer-"));
  mkdirSync(join(folder, "page"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "page/index.html"), PAGE);
  writeFileSync(join(folder, "page/.hidden"), "secret");
  served = await serveFolder(join(folder, "page"), 0);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** The answer to a request line exactly as it is written, which `fetch` would tidy up. */
function raw(line: string, ...headers: readonly string[]): Promise<string> {
  return exchange([`${line} HTTP/1.1`, "Host: x", "Connection: close", ...headers, "", ""].join("\r\n"));
}

/** What comes back for these bytes. */
function exchange(bytes: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (answer += chunk));
    socket.on("end", () => resolve(answer));
    // A server that refuses what is too long closes before it has read it all, and the system then resets the connection, which
    // is told behind the answer.
    socket.on("error", (error) => (answer === "" ? reject(error) : resolve(answer)));
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

describe("parts of a file", () => {
  test.each([
    ["bytes=0-0", 206, "<"],
    ["bytes=-8", 206, "</title>"],
    ["bytes=15-", 206, PAGE.slice(15)],
    ["bytes=0-99999", 206, PAGE],
    ["bytes=99999-", 416, "the file has no such part\n"],
    [`bytes=${PAGE.length}-`, 416, "the file has no such part\n"],
    ["bytes=5-2", 416, "the file has no such part\n"],
    // What is no range is not heeded.
    ["bytes=", 200, PAGE],
    ["bytes=x-y", 200, PAGE],
    ["lines=0-1", 200, PAGE],
    ["bytes=0-1,3-4", 200, PAGE],
    ["-1", 200, PAGE],
  ])("Range: %s is answered with %i", async (range, status, body) => {
    const answer = await raw("GET /", `Range: ${range}`);
    expect(Number(answer.split(" ")[1])).toBe(status);
    expect(answer.slice(answer.indexOf("\r\n\r\n") + 4)).toBe(body);
    if (status === 416) expect(answer).toContain(`\r\nContent-Range: bytes */${PAGE.length}\r\n`);
  });
});

describe("odd requests are answered, and the server goes on", () => {
  test.each([
    ["an address of 100 kB", `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ["an address of 10 kB", `GET /${"a".repeat(10_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 404],
    ["a header of 100 kB", `GET / HTTP/1.1\r\nHost: x\r\na: ${"b".repeat(100_000)}\r\n\r\n`, 431],
    ["no HTTP at all", "hello\r\n\r\n", 400],
    ["another protocol", "\u0016\u0003\u0001\u0002\r\n\r\n", 400],
    ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["an address with a server", "GET http://x.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 200],
    ["a query", "GET /?a=%ZZ&b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 200],
    ["a star", "GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404],
    ["half a percent sign", "GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["letters that are none", "GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["a method of its own", "PROPFIND / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405],
    ["no method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["a tunnel", "CONNECT x.example:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    [
      "another protocol afterwards",
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n",
      200,
    ],
    [
      "a body where none belongs",
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
      200,
    ],
    ["two lengths", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400],
    ["an expectation", "GET / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n", 417],
    ["a date that is none", "GET / HTTP/1.1\r\nHost: x\r\nIf-Modified-Since: soon\r\nConnection: close\r\n\r\n", 200],
    ["another version of the file", 'GET / HTTP/1.1\r\nHost: x\r\nIf-Match: "a"\r\nConnection: close\r\n\r\n', 412],
  ])("%s", async (_, bytes, status) => {
    const answer = await exchange(bytes);
    expect(answer.slice(0, 13)).toBe(`HTTP/1.1 ${status} `);
    expect((await fetch(served.url)).status).toBe(200);
  });

  test("a file that is known already is not sent again", async () => {
    const etag = (await fetch(served.url)).headers.get("etag")!;
    const again = await raw("GET /", `If-None-Match: ${etag}`);
    expect(again).toMatch(/^HTTP\/1\.1 304 /);
    expect(again).not.toContain("<title>");
    expect(await raw("GET /", 'If-None-Match: "another"')).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("HEAD has the headers of GET, and no body", async () => {
    const answer = await raw("HEAD /");
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(`Content-Length: ${PAGE.length}\r\n`);
    expect(answer.endsWith("\r\n\r\n")).toBe(true);
    expect(await raw("HEAD /nothing")).toMatch(/^HTTP\/1\.1 404 [^]*\r\n\r\n$/);
  });

  test("readers that leave in the middle", async () => {
    writeFileSync(join(folder, "page/large.bin"), Buffer.alloc(20_000_000));
    const { hostname, port } = new URL(served.url);
    await Promise.all(
      Array.from(
        { length: 20 },
        async (_, i) =>
          new Promise<void>((resolve) => {
            const line = i % 2 === 0 ? "GET /large.bin" : "CONNECT a:1";
            const socket = connect(Number(port), hostname, () => {
              socket.write(`${line} HTTP/1.1\r\nHost: x\r\n\r\n`);
              setTimeout(() => socket.resetAndDestroy(), 5);
            });
            socket.on("error", () => {});
            socket.on("close", () => resolve());
          }),
      ),
    );
    expect((await fetch(served.url)).status).toBe(200);
  });

  test("a file that goes while it is served", async () => {
    writeFileSync(join(folder, "page/gone.txt"), "here");
    expect((await fetch(`${served.url}gone.txt`)).status).toBe(200);
    rmSync(join(folder, "page/gone.txt"));
    expect((await fetch(`${served.url}gone.txt`)).status).toBe(404);
  });

  test("many at once", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const response = await fetch(served.url, { headers: { Connection: "close" } });
        return [response.status, await response.text()];
      }),
    );
    expect(statuses.every(([status, text]) => status === 200 && text === PAGE)).toBe(true);
  });
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
