/** A way to a server that can be cut and mended, as a network is. */
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Way {
  readonly port: number;
  /** Ends all connections and refuses new ones. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

/** Opens a way to a port of this machine, on a free port. */
export async function openWay(target: number): Promise<Way> {
  const sockets = new Set<Socket>();
  const carry = (from: Socket): void => {
    const to = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  };
  let server: Server = createServer(carry);
  await listening(server, 0);
  const { port } = server.address() as { port: number };
  return {
    port,
    async cut() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      server = createServer(carry);
      await listening(server, port);
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
