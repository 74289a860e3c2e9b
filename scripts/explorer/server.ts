import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import send from "send";

/** A folder being served on this machine, to this machine alone. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Serves the files that a folder has, and nothing else, on the loopback interface. Whatever is asked, it goes on.
 *
 * @param port 0 for any that is free.
 * @throws as `listen` does, with the code EADDRINUSE where the port is taken.
 */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    if (request.method === "GET" || request.method === "HEAD") serveFile(folder, request, response);
    else refuse(response, 405, { Allow: "GET, HEAD" });
  });
  server.on("connect", (_, socket: Duplex) => {
    // Nobody else listens to what becomes of it.
    socket.on("error", () => {});
    socket.end(`HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  // A connection that cannot be taken is no reason to end.
  server.on("error", () => {});
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${listening}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serveFile(root: string, request: IncomingMessage, response: ServerResponse): void {
  send(request, pathOf(request), { root, dotfiles: "ignore", cacheControl: false })
    .on("headers", (_: ServerResponse, path: string) => {
      setHeaders(response);
      if (path.endsWith(".html")) response.setHeader("Content-Type", "text/html;charset=utf-8");
    })
    .on("directory", () => refuse(response, 404))
    .on("error", ({ status, headers }: Refusal) => refuse(response, status, headers))
    .pipe(response);
}

interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

// A proxy's way of asking names the server as well.
function pathOf({ url = "/" }: IncomingMessage): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/)[0]!;
}

/** What a page cannot say of itself; all else is in its own policy. */
function setHeaders(response: ServerResponse): void {
  response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cache-Control", "no-cache");
}

const WHY: Readonly<Record<number, string>> = {
  400: "the address cannot be read",
  404: "there is no such file",
  405: "only GET and HEAD are answered",
  412: "the file is not the one that was asked for",
  416: "the file has no such part",
  500: "the file cannot be read",
};

function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  // Half a file is no answer: whoever asked sees that it was cut off.
  if (response.headersSent) return void response.destroy();
  // What lies outside the folder is not told from what is not there.
  const told = status === 403 ? 404 : status in WHY ? status : 500;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  setHeaders(response);
  const body = Buffer.from(`${WHY[told]}\n`);
  const about = { "Content-Type": "text/plain; charset=utf-8", "Content-Length": body.length };
  response.writeHead(told, { ...about, ...headers });
  response.end(body);
}
