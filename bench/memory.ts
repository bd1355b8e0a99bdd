// (a) What a connected socket costs, beside Socket.IO as it comes.
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { printTable } from './lib/table';

export async function memoryPerSocket(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const sockets = quick ? 500 : 3_000;
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  await withDatabase(serverUrl, async (url) => {
    for (let round = 0; round < 3; round += 1) {
      ours.push(await costOf('live', sockets, url));
      theirs.push(await costOf('bare-socket-io', sockets, url));
    }
  });
  printTable(`(a) Memory per socket, ${sockets.toLocaleString('en')} sockets in one room`, 'bare Socket.IO', [
    {
      what: 'heap and buffers',
      unit: 'kB',
      ours: ours.map(({ heap }) => heap),
      theirs: theirs.map(({ heap }) => heap),
    },
    { what: 'resident', unit: 'kB', ours: ours.map(({ rss }) => rss), theirs: theirs.map(({ rss }) => rss) },
  ]);
}

interface Cost {
  heap: number;
  rss: number;
}

/** Kilobytes per socket. A first hundred warms the server up, so that code is not counted. */
async function costOf(program: string, sockets: number, url: string): Promise<Cost> {
  const env = { DATABASE_URL: url };
  const [server, writer, watchers] = await Promise.all([start(program, env), start('writer', env), start('watchers')]);
  const incident = await writer.call<number>('declare');
  const port = await server.call<number>('port');
  await watchers.call('gather', port, 100, 'socket.io', incident);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = await server.call<Cost>('memory');
  await watchers.call('gather', port, sockets, 'socket.io', incident);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const after = await server.call<Cost>('memory');
  await Promise.all([server, writer, watchers].map((child) => child.kill()));
  const each = (key: keyof Cost) => (after[key] - before[key]) / sockets / 1_000;
  return { heap: each('heap'), rss: each('rss') };
}
