// What a worker thread runs: the pool calls the default export with one task at a time.
export { perform as default } from "./task.ts";
