import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** A folder being served on this machine, to this machine alone. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Serves the files that a folder has now, and nothing else, on the loopback interface.
 *
 * @param port 0 for any that is free.
 * @throws as `listen` does, with the code EADDRINUSE where the port is taken.
 */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const files = sirv(folder, {
    etag: true,
    setHeaders,
    onNoMatch: (_, response) => refuse(response, 404, "there is no such file"),
  });
  const server = createServer((request, response) => {
    if (request.method === "GET" || request.method === "HEAD") files(request, response);
    else refuse(response, 405, "only GET and HEAD are answered");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
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

/** What a page cannot say of itself; all else is in its own policy. */
function setHeaders(response: ServerResponse): void {
  response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cache-Control", "no-cache");
}

function refuse(response: ServerResponse, status: number, why: string): void {
  setHeaders(response);
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${why}\n`);
}
