import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port can't be had. */
export class PortUnavailable extends Error {
  readonly port: number;
  /** `taken` by another program, or `reserved` by the system (below 1024, say). */
  readonly why: 'taken' | 'reserved';

  constructor(port: number, why: 'taken' | 'reserved', options: ErrorOptions) {
    super(`port ${port} is ${why}`, options);
    this.name = 'PortUnavailable';
    this.port = port;
    this.why = why;
  }
}

/**
 * Listens on 127.0.0.1 only.
 * @param port 0 for one that the system picks.
 * @returns the port.
 * @throws PortUnavailable
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new PortUnavailable(port, 'taken', { cause: error }));
      else if (error.code === 'EACCES') reject(new PortUnavailable(port, 'reserved', { cause: error }));
      else reject(error);
    };
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
