import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(port: number) {
    super(`Cổng ${port} đang được dùng / port ${port} is in use`);
  }
}

export interface Listener {
  url: string;
  close(): Promise<void>;
}

/**
 * Before anything is booted, in this order, so that the one named is the first that is taken whoever starts first.
 * @throws PortInUse
 */
export async function checkPorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const { close } = await listenOnLoopback(createServer(), port);
    await close();
  }
}

/** Port 0 takes any free one. Loopback only: these servers hold development secrets. */
export async function listenOnLoopback(server: Server, port = 0): Promise<Listener> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error),
    );
    // An IP host makes the S3 client use path-style addresses by itself.
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Clients keep sockets open between requests; they would hold the close back.
    server.closeAllConnections();
  });
}
