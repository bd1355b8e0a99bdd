// (d) The room and the board: server time and bytes, with 100,000 facts and 10,000 incidents in the database.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundle } from '@/lib/start/testing/bundle';
import { startApp } from './lib/app';
import { quantile } from './lib/figures';
import { note, printTable } from './lib/table';

interface Got {
  ms: number;
  firstByteMs: number;
  text: string;
}

export async function pages(_serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const facts = quick ? 5_000 : 100_000;
  const incidents = quick ? 200 : 10_000;
  const { server, cookie } = await startApp();
  try {
    const env = { ...process.env, DATABASE_URL: server.databaseUrl };
    const seed = [await bundle('bench/seed/long-timeline.ts'), `${facts}`, `${incidents}`, '5'];
    await promisify(execFile)(process.execPath, seed, { env });
    const get = async (path: string): Promise<Got> => {
      const began = performance.now();
      const answer = await fetch(`${server.url}${path}`, { headers: { cookie }, redirect: 'manual' });
      const firstByteMs = performance.now() - began;
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return { ms: performance.now() - began, firstByteMs, text };
    };

    const room = `/incidents/${incidents + 1}`;
    const paths: [string, string][] = [
      ['the room', room],
      ['the room, everything', `${room}?show=everything`],
      ['the board', '/'],
      ['history', '/incidents'],
      ['history, searched', '/incidents?q=rollback'],
    ];
    const rounds = quick ? 3 : 5;
    const times = new Map<string, { whole: number[]; first: number[]; bytes: number; zipped: number }>();
    for (const [name] of paths) times.set(name, { whole: [], first: [], bytes: 0, zipped: 0 });
    for (let round = -1; round < rounds; round += 1) {
      for (const [name, path] of paths) {
        const got: Got[] = [];
        for (let index = 0; index < 10; index += 1) got.push(await get(path));
        const figures = times.get(name);
        if (round < 0 || !figures) continue;
        figures.whole.push(
          quantile(
            got.map(({ ms }) => ms),
            0.5,
          ),
        );
        figures.first.push(
          quantile(
            got.map(({ firstByteMs }) => firstByteMs),
            0.5,
          ),
        );
        figures.bytes = got[0]?.text.length ?? 0;
        figures.zipped = gzipSync(got[0]?.text ?? '').length;
      }
    }
    const { text } = await get(room);
    if (!text.includes(`INC-${incidents + 1}`)) throw new Error('The room does not show its incident.');
    const scripts = await scriptBytes(server.url, text);
    printTable(
      `(d) Pages with ${facts.toLocaleString('en')} facts in one incident and ${incidents.toLocaleString('en')} others, ${rounds} rounds of 10`,
      '',
      [...times].flatMap(([what, { whole, first, bytes, zipped }]) => [
        { what: `${what}: first byte`, unit: 'ms', ours: first },
        { what: `${what}: whole page, ${kB(bytes)}, ${kB(zipped)} zipped`, unit: 'ms', ours: whole },
      ]),
    );
    note(`The room's page names ${kB(scripts)} of JavaScript, zipped.`);
  } finally {
    await server.dispose();
  }
}

async function scriptBytes(url: string, html: string): Promise<number> {
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g)];
  // What is marked so is for browsers that know no modules, and fetched by no other.
  const sources = new Set(tags.flatMap(([tag, source]) => (source && !/\bnoModule\b/i.test(tag) ? [source] : [])));
  let bytes = 0;
  for (const source of sources) bytes += gzipSync(await (await fetch(new URL(source, url))).text()).length;
  return bytes;
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1_000)} kB`;
}
