import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A password with characters that an address has to escape. */
export const PASSWORD = "p@ss/w:rd %";

/** Whether Debian's redis-server, and openssl for its certificate, are installed. */
export const isRedisHere = [["redis-server"], ["openssl"]].every(
  ([command]) => spawnSync(command!, ["version"], { stdio: "ignore" }).error === undefined,
);

/** A Redis server of its own, in a folder of its own, on free ports of the loopback interface. */
export class RedisServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** Port without TLS. */
    readonly port: number,
    /** Port with TLS, for the host name localhost. */
    readonly tlsPort: number,
  ) {}

  /** The certificate that the server shows. */
  get certificate(): string {
    return join(this.folder, "certificate.pem");
  }

  /** Another process may take a port between its being found free and the server's asking for it: then others are tried. */
  static async start(tries = 5): Promise<RedisServer> {
    const folder = mkdtempSync(join(tmpdir(), "redis-"));
    const [port, tlsPort] = await freePorts();
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    execFileSync("openssl", ["req", "-x509", ...kind, ...subject, "-keyout", key, "-out", certificate], {
      stdio: "ignore",
    });
    const options = {
      bind: "127.0.0.1",
      port,
      "tls-port": tlsPort,
      "tls-cert-file": certificate,
      "tls-key-file": key,
      "tls-auth-clients": "no",
      requirepass: PASSWORD,
      dir: folder,
      save: "",
    };
    const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const server = spawn("redis-server", given, { stdio: ["ignore", "pipe", "ignore"] });
    let said = "";
    const isReady = (): boolean => said.includes("Ready to accept connections");
    for await (const text of server.stdout) {
      said += String(text);
      if (isReady()) break;
    }
    if (isReady()) {
      server.stdout.resume();
      return new RedisServer(server, folder, port, tlsPort);
    }
    rmSync(folder, { recursive: true });
    if (tries === 1) throw new Error(`redis-server does not start: ${said}`);
    return RedisServer.start(tries - 1);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill("SIGKILL");
    await once(this.process, "exit");
    rmSync(this.folder, { recursive: true });
  }
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return (server.address() as { readonly port: number }).port;
    }),
  );
  for (const server of servers) server.close();
  return ports as [number, number];
}
