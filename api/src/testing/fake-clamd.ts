import { createServer, type Socket } from 'node:net';

import { eicar } from './sample-files.js';

export interface FakeClamd {
  readonly address: string;
  /** What it has been sent, whole files. */
  readonly seen: Buffer[];
  close(): Promise<void>;
}

/** Speaks clamd's `zINSTREAM` on loopback as the real one does, chunk by chunk, and knows EICAR. */
export async function startFakeClamd(
  options: { readonly mostBytes?: number; readonly answer?: string } = {},
): Promise<FakeClamd> {
  const seen: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, (content) => {
      seen.push(content);
      if (options.answer !== undefined) return options.answer;
      if (content.length > (options.mostBytes ?? Infinity)) return 'INSTREAM size limit exceeded. ERROR';
      return content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    address: `tcp://127.0.0.1:${address.port}`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, judge: (content: Buffer) => string): void {
  const command = Buffer.from('zINSTREAM\0');
  let waiting = Buffer.alloc(0);
  let isBegun = false;
  const content: Buffer[] = [];
  socket.on('data', (data: Buffer) => {
    waiting = Buffer.concat([waiting, data]);
    if (!isBegun) {
      if (waiting.length < command.length) return;
      if (!waiting.subarray(0, command.length).equals(command)) {
        socket.end('UNKNOWN COMMAND\0');
        return;
      }
      waiting = waiting.subarray(command.length);
      isBegun = true;
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0);
      if (length === 0) {
        socket.end(`${judge(Buffer.concat(content))}\0`);
        return;
      }
      if (waiting.length < 4 + length) return;
      content.push(waiting.subarray(4, 4 + length));
      waiting = waiting.subarray(4 + length);
    }
  });
}
