import { type IncomingHttpHeaders, createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** The answer is begun and never ended. */
  endless?: boolean;
}

/** A real HTTP server on this machine that keeps what it got, and answers as it is told to: 200 where it is not. */
export async function startHttpReceiver(
  answer: (received: Received) => Answer | 'never' | Promise<Answer> = () => ({ status: 200 }),
) {
  const got: Received[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const received = {
        method: req.method ?? '',
        path: req.url ?? '',
        headers: req.headers,
        body: Buffer.concat(chunks),
      };
      got.push(received);
      const told = answer(received);
      if (told === 'never') return;
      Promise.resolve(told).then(
        ({ status, headers, body, endless }) => {
          res.writeHead(status, headers).write(body ?? '');
          if (!endless) res.end();
        },
        () => res.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { got, port, url: `http://127.0.0.1:${port}`, stop };
}
