import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claims as everyClaim } from "../../../../proofs/index.ts";
import { InvalidInput, packageRoot } from "../../../../src/data/index.ts";
import { codeOf } from "../../../../src/run/build/index.ts";
import { checkClaims } from "../../../../src/run/index.ts";
import type { Outcome } from "../../../../src/run/outcome.ts";
import { QueueExecutor } from "../../../../src/run/carry-out/queue/queue-executor.ts";
import { work } from "../../../../src/run/carry-out/queue/worker.ts";
import { parseRedisAddress, type RedisAddress } from "../../../../src/run/carry-out/queue/index.ts";
import { connect } from "../../../../src/run/carry-out/queue/redis.ts";
import { MAIN, sdTheorems } from "../../../cli/run.ts";
import { isRedisHere, PASSWORD, RedisServer } from "./redis-server.ts";

/*
 * A Redis server is optional for users: without redis-server there is nothing to see here. Where the environment variable CI
 * is set it must be there.
 */
test("redis-server is there wherever it has to be", () => {
  expect(isRedisHere || process.env["CI"] === undefined).toBe(true);
});

describe.skipIf(!isRedisHere)("with a Redis server that wants a password", () => {
  let server: RedisServer;
  let address: RedisAddress;
  const workers = new Set<ChildProcess>();
  beforeAll(async () => {
    server = await RedisServer.start();
    address = parseRedisAddress(`redis://127.0.0.1:${server.port}`, PASSWORD);
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await server.stop();
  });

  /** A worker as a user starts it; the promise is kept when it says something that holds these words. */
  const startWorker = (...options: string[]) => {
    const env = { ...process.env, SD_THEOREMS_REDIS_PASSWORD: PASSWORD };
    const given = ["worker", "--queue", `redis://127.0.0.1:${server.port}`, "--workers", "1", ...options];
    const worker = spawn(process.execPath, [MAIN, ...given], { env, stdio: ["ignore", "ignore", "pipe"] });
    workers.add(worker);
    let said = "";
    worker.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    const says = async (words: string): Promise<void> => {
      while (!said.includes(words)) await once(worker.stderr, "data");
    };
    return { worker, says, said: () => said };
  };

  test("a worker killed in the middle of a check loses nothing: another does it, and the digest is that of one machine", async () => {
    const claims = everyClaim.filter(({ id }) => id === "ridge/path-tangent");
    const plan = {
      claims,
      workers: 1,
      evidence: ["derivation", "simulation", "mutation"],
      seed: 3,
      margin: 0.01,
    } as const;
    const killed = startWorker("--lease", "1");
    const done: string[] = [];
    const queued = checkClaims({ ...plan, queue: address, onProgress: (_, __, job) => done.push(job) });
    await killed.says("begun: ");
    killed.worker.kill("SIGKILL");
    // Only then, or a machine that is busy elsewhere might let the one do everything before the other is there.
    const other = startWorker("--lease", "1");
    const { digest } = await queued;
    const its = [...killed.said().matchAll(/begun: (.*)/g)].at(-1)![1]!;
    expect(killed.said()).not.toContain(`done: ${its}`);
    expect(other.said()).toContain(`begun: ${its}\n`);
    expect(done.filter((job) => job === its)).toEqual([its]);
    expect(digest).toBe((await checkClaims(plan)).digest);
    other.worker.kill("SIGTERM");
    expect(await once(other.worker, "exit")).toEqual([0, null]);
  });

  const task = (search: number) => ({
    kind: "search",
    name: `search ${search}`,
    task: { claim: "ridge/oracle", search, seed: 1, tries: 1 },
  });

  /** Takes jobs until so many are done. */
  const takeAll = async (queue: string, jobs: number): Promise<number> => {
    const enough = new AbortController();
    let left = jobs;
    const onEnd = (): void => {
      if (--left === 0) enough.abort();
    };
    return work({ address, queues: [queue], workers: 1, signal: enough.signal, onEnd });
  };

  test("a worker of before builds were told apart has its jobs left to it, with the way on", async () => {
    const queue = await QueueExecutor.open({ address, plan: "a", timeLimit: 60, queue: "0.0.1" });
    const outcome = queue.run(task(0));
    const notes: string[] = [];
    const onNote = (note: string): number => notes.push(note);
    expect(await work({ address, queues: ["0.0.2"], idle: 0.1, onNote })).toBe(0);
    expect(notes).toEqual([
      "1 job waits for a worker of version 0.0.1, of before queues were told apart by builds; this one is of version 0.0.2 " +
        "and leaves it: end what waits for it and start it again with this build, or start a worker of the other",
    ]);
    expect(await takeAll("0.0.1", 1)).toBe(1);
    expect(await outcome).toMatchObject({ result: { tried: 1 } });
    await queue.close();
  });

  test("what a killed run left on the queue is done, and found by the same run when it is begun again; failures are not", async () => {
    const id = "ridge/path-tangent";
    const given = ["check", id, "--evidence", "derivation,property", "--queue", `redis://127.0.0.1:${server.port}`];
    const env = { ...process.env, SD_THEOREMS_REDIS_PASSWORD: PASSWORD };
    const killed = spawn(process.execPath, [MAIN, ...given], { env, stdio: "ignore" });
    const { redis, close } = await connect(address);
    const queue = codeOf().digest;
    while ((await redis.llen(`sd-theorems:${queue}:wait`)) < 2) await pause(20);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await takeAll(queue, 2);
    const jobs = async (): Promise<string[]> => redis.keys(`sd-theorems:${queue}:${"?".repeat(64)}`);
    const left = await jobs();
    expect(left.length).toBe(2);
    await redis.hset(left[0]!, "returnvalue", JSON.stringify({ failed: "it was ended by a passer-by" }));
    const claims = everyClaim.filter((claim) => claim.id === id);
    const plan = { claims, evidence: ["derivation", "property"], seed: 1, margin: 0.01 } as const;
    const [report, again] = await Promise.all([checkClaims({ ...plan, queue: address }), takeAll(queue, 1)]);
    expect([report.summary.supported, again]).toEqual([1, 1]);
    expect(await jobs()).toEqual([]);
    close();
  });

  test("a run that is ended takes back what no worker has begun", async () => {
    const { redis, close } = await connect(address);
    const queue = await QueueExecutor.open({ address, timeLimit: 60, queue: "0.0.3", plan: "a" });
    void queue.run(task(0));
    while ((await redis.llen("sd-theorems:0.0.3:wait")) === 0) await pause(20);
    await queue.close();
    expect(await redis.llen("sd-theorems:0.0.3:wait")).toBe(0);
    close();
  });

  test("what a worker cannot do is a failure with its reason, on a queue as elsewhere", async () => {
    const options = { address, timeLimit: 60, queue: "0.0.4" };
    const queue = await QueueExecutor.open({ ...options, plan: "a" });
    const outcomes = Promise.all([queue.run({ kind: "guess", name: "one", task: 1 }), queue.run(task(99))]);
    expect(await takeAll(options.queue, 2)).toBe(2);
    expect(await outcomes).toEqual([
      { failed: "there is no kind of job named guess" },
      { failed: "there is no search 99 of ridge/oracle" },
    ]);
    await queue.close();
  });

  test("jobs of one build are not taken by a worker of another, and both sides say so", async () => {
    const [one, other] = ["1a".repeat(32), "2b".repeat(32)];
    const notes: string[] = [];
    const stop = new AbortController();
    const onNote = (note: string): number => notes.push(note);
    const working = work({ address, queues: [other], workers: 1, signal: stop.signal, onNote });
    const queue = await QueueExecutor.open({ address, plan: "a", timeLimit: 60, queue: one });
    const outcome = queue.run(task(0));
    const ofQueue = async (): Promise<string[]> => queue.notesOn(1);
    while (!(await ofQueue()).some((note) => note.includes("2b2b2b2b2b2b"))) await pause(50);
    expect((await ofQueue())[0]).toContain("for workers of build 1a1a1a1a1a1a; workers there now: 0");
    expect((await ofQueue()).filter((note) => note.includes("2b2b2b2b2b2b"))).toEqual([
      "1 worker of build 2b2b2b2b2b2b there will leave them",
    ]);
    while (!notes.some((note) => note.includes("1a1a1a1a1a1a"))) await pause(50);
    expect(notes.filter((note) => note.includes("1a1a1a1a1a1a"))).toEqual([
      "1 job waits for a worker of build 1a1a1a1a1a1a; this one is of build 2b2b2b2b2b2b and leaves it: " +
        "end what waits for it and start it again with this build, or start a worker of the other",
    ]);
    stop.abort();
    expect(await working).toBe(0);
    expect(await takeAll(one, 1)).toBe(1);
    expect(await outcome).toMatchObject({ result: { tried: 1 } });
    await queue.close();
  });

  /** What a program that is no worker of this project's may answer, given the job's id, and what becomes of it. */
  const code = codeOf().digest;
  const found = { tried: 1, found: null, seconds: 0 };
  const answers: readonly (readonly [what: string, answer: (job: string) => unknown, reason: string])[] = [
    ["null", () => null, "its worker's answer is no outcome: null"],
    ["a string", () => "x", 'its worker\'s answer is no outcome: "x"'],
    ["a number", () => 7, "its worker's answer is no outcome: 7"],
    ["a result alone", () => ({ result: found }), "its worker's answer is no outcome: "],
    [
      "the outcome of another job",
      () => ({ job: "0", code, outcome: { result: found } }),
      "the outcome of another job",
    ],
    [
      "other code's outcome",
      (job) => ({ job, code: "0", outcome: { result: found } }),
      "its worker is of another build",
    ],
    ["neither result nor failure", (job) => ({ job, code, outcome: {} }), "its worker's answer is no outcome: {}"],
    [
      "both of them",
      (job) => ({ job, code, outcome: { result: found, failed: "x" } }),
      "its worker's answer is no outcome: ",
    ],
    [
      "too much",
      (job) => ({ job, code, outcome: { result: "x".repeat(17e6) } }),
      "its result is too large: 17.0 MB; at most 16.0 MB",
    ],
  ];

  test.each(answers)("a worker that answers %s has failed, with that as the reason", async (_, answer, reason) => {
    const { Worker } = await import("bullmq");
    const { redis, close } = await connect(address);
    const name = `rogue-${answers.findIndex(([, each]) => each === answer)}`;
    const rogue = new Worker(name, async ({ id }) => answer(id!), { connection: redis, prefix: "sd-theorems" });
    const queue = await QueueExecutor.open({ address, plan: name, timeLimit: 60, queue: name });
    const outcome = await queue.run(task(0));
    expect(outcome).toEqual({ failed: expect.stringContaining(reason) as string });
    await queue.close();
    await rogue.close();
    close();
  });

  test("what lies on the queue and is no job of this code has no other effect than to be refused", async () => {
    const { Queue } = await import("bullmq");
    const { redis, close } = await connect(address);
    const name = "odd-jobs";
    const queue = new Queue(name, { connection: redis, prefix: "sd-theorems" });
    const job = { kind: "search", name: "n", task: task(0).task, timeLimit: 60, code };
    const file = join(packageRoot(), "dist", "examples", "ridge-existence", "claims.js");
    const claims = { ...task(0).task, claimsFile: file, claimsSha256: "0" };
    const odd = [
      null,
      7,
      "x",
      {},
      { ...job, timeLimit: -1 },
      { ...job, code: "0" },
      { ...job, more: 1 },
      { ...job, task: claims },
    ];
    for (const [i, data] of odd.entries()) await queue.add("odd", data, { jobId: `odd${i}` });
    const failures: string[] = [];
    const enough = new AbortController();
    const onEnd = (_: string, outcome: Outcome): void => {
      failures.push("failed" in outcome ? outcome.failed : "done");
      if (failures.length === odd.length) enough.abort();
    };
    await work({ address, queues: [name], workers: 1, signal: enough.signal, onEnd });
    expect(failures.filter((reason) => reason === "done")).toEqual([]);
    expect(failures.some((reason) => reason.includes("other code than this worker's"))).toBe(true);
    expect(failures.some((reason) => reason.includes("start it with --claims-from"))).toBe(true);
    await queue.close();
    close();
  });

  test("TLS and a password, as docs/scaling.md shows, with a certificate that the worker is told to trust", () => {
    const env = { SD_THEOREMS_REDIS_PASSWORD: PASSWORD, NODE_EXTRA_CA_CERTS: server.certificate };
    const given = ["worker", "--queue", `rediss://localhost:${server.tlsPort}`, "--idle", "1"];
    expect(sdTheorems(given, { env })).toMatchObject({ status: 0, stdout: "0 jobs done\n" });
  });

  test("a server that cannot be used is named in one sentence, soon, without the password", async () => {
    const refusal = async (given: RedisAddress): Promise<string> =>
      QueueExecutor.open({ address: given, plan: "a", queue: "a", timeLimit: 1 }).then(
        () => "used",
        (error: unknown) => (error instanceof InvalidInput ? error.message : `not refused: ${String(error)}`),
      );
    const at = (port: number): string => `redis://127.0.0.1:${port}`;
    const nowhere = createServer();
    nowhere.listen(0, "127.0.0.1");
    await once(nowhere, "listening");
    const { port } = nowhere.address() as { readonly port: number };
    nowhere.close();
    const cases = [
      [parseRedisAddress(at(server.port)), "it wants a password"],
      [parseRedisAddress(at(server.port), "wrong"), "it refuses the user or password"],
      [parseRedisAddress(at(port), PASSWORD), "nothing listens there"],
      [parseRedisAddress(`rediss://localhost:${server.tlsPort}`, PASSWORD), "self-signed certificate"],
      [parseRedisAddress(at(server.tlsPort), PASSWORD), "the connection was closed; perhaps it wants TLS, or does not"],
    ] as const;
    const given = await Promise.all(cases.map(async ([each]) => refusal(each)));
    expect(given).toEqual(cases.map(([{ shown }, why]) => `cannot use Redis at ${shown}: ${why}`));
  });

  // The last one, as it ends the server.
  test("a server that is gone for too long is given up, in one sentence", async () => {
    const { lost, close } = await connect(address, { mostTries: 2 });
    await server.stop();
    await expect(lost).rejects.toThrow(`the connection to Redis at ${address.shown} is lost: nothing listens there`);
    close();
  });
});

test.each([
  ["redis://example.org", "redis://example.org:6379", { host: "example.org", port: 6379, db: 0 }],
  [
    "rediss://user:p%40ss@example.org:7000/3",
    "rediss://example.org:7000",
    { host: "example.org", port: 7000, db: 3, username: "user", password: "p@ss", tls: { servername: "example.org" } },
  ],
  ["redis://:pass@[::1]", "redis://[::1]:6379", { host: "::1", port: 6379, db: 0, password: "pass" }],
])("%s is an address, shown as %s", (text, shown, options) => {
  expect(parseRedisAddress(text)).toEqual({ shown, options });
});

test("the password may come apart from the address, where the address has none", () => {
  expect(parseRedisAddress("redis://example.org", "apart").options.password).toBe("apart");
  expect(parseRedisAddress("redis://:inside@example.org", "apart").options.password).toBe("inside");
});

test.each([
  "",
  "secret",
  "http://:secret@host",
  "redis://",
  "redis:///secret",
  "redis://:secret@host/x",
  "redis://:secret%@host",
])("%j is no address, and is not repeated", (text) => {
  expect(() => parseRedisAddress(text)).toThrow(InvalidInput);
  expect(() => parseRedisAddress(text)).not.toThrow(/secret/);
});
