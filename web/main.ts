/*
 * The explorer's one program. In the page it opens the page, and starts itself again as a worker; there it does what takes
 * longer than a frame.
 */
import { App } from "./page/app.ts";
import type { ClaimText } from "./page/claims.ts";
import type { Shipped } from "./problem/presets.ts";
import { Assistant } from "./work/assistant.ts";
import { type FromWorker, type ToWorker, Workshop } from "./work/serve.ts";

if (typeof document === "undefined") work();
else open();

function open(): void {
  const shipped = JSON.parse(textOf("shipped")) as Shipped & { readonly claims: readonly ClaimText[] };
  // From its own text, as a page opened from a file may not load another file.
  const program = URL.createObjectURL(new Blob([textOf("program")], { type: "text/javascript" }));
  const { claims, ...forWorker } = shipped;
  const worker = new Worker(program);
  const app = new App({ claims, ...forWorker }, new Assistant(worker, forWorker));
  worker.addEventListener("error", ({ message }) => app.warn(message));
  app.open(document.getElementById("app")!);
}

function textOf(id: string): string {
  return document.getElementById(id)!.textContent;
}

function work(): void {
  const scope = globalThis as unknown as {
    postMessage: (message: FromWorker, transfer: []) => void;
    addEventListener: (type: "message", hear: (event: { readonly data: ToWorker }) => void) => void;
  };
  const { port1, port2 } = new MessageChannel();
  let due: (() => void) | null = null;
  port1.addEventListener("message", () => {
    const call = due;
    due = null;
    call?.();
  });
  port1.start();
  const workshop = new Workshop({
    send: (message) => scope.postMessage(message, []),
    soon: (call) => {
      due = call;
      port2.postMessage(null);
    },
  });
  scope.addEventListener("message", ({ data }) => workshop.receive(data));
}
