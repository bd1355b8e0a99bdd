import { io, type Socket } from 'socket.io-client';
import { companyOf, Machine } from './fixtures/company';
import { AppServer } from './fixtures/server';
import { expect, test } from './fixtures/test';
import { MINUTE } from './fixtures/acts';

const token = 'a token for prometheus';

/** The samples of one scrape, by name with labels. */
async function scrape(app: AppServer): Promise<Map<string, number>> {
  const answer = await fetch(`${app.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

test('Prometheus reads what Quarterdeck does, and only with the token', async ({ playwright }) => {
  const app = await AppServer.start({ METRICS_TOKEN: token });
  const { tokens } = await companyOf(app);
  const http = await playwright.request.newContext({
    baseURL: app.url,
    extraHTTPHeaders: { authorization: `Bearer ${tokens.responder}` },
  });
  let socket: Socket | null = null;
  try {
    for (const given of [undefined, 'Bearer', 'Bearer wrong', `Bearer ${tokens.administrator}`, `Basic ${token}`]) {
      const headers = given === undefined ? undefined : { authorization: given };
      const refused = await fetch(`${app.url}/api/metrics`, { headers });
      expect(refused.status, given).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused.text()).not.toContain('quarterdeck_');
    }

    const machine = new Machine(http);
    const number = await machine.declare({ title: 'Card payments fail', severity: 'Critical' });
    socket = io(app.url, { path: '/live', transports: ['websocket'], auth: { token: tokens.observer } });
    const heard: string[] = [];
    socket.on('fact', ({ kind }: { kind: string }) => heard.push(kind));
    await socket.emitWithAck('join', { incident: number });
    await socket.emitWithAck('join', { board: true });
    await machine.post(`/${number}/notes`, { text: 'The gateway answers 502.' });
    expect((await http.post(`/api/v1/incidents/${number}/severity`, { data: {} })).status()).toBe(422);
    await app.advance(6 * MINUTE);
    await expect.poll(() => heard).toContain('command.overdue');

    const tidied = 'quarterdeck_jobs_total{task="tidy",outcome="done"}';
    await app.query(`select graphile_worker.add_job('tidy', '{}')`);
    await expect.poll(async () => (await scrape(app)).get(tidied)).toBe(1);
    const seen = await scrape(app);
    expect(seen.get('quarterdeck_acts_total{act="declare",outcome="done"}')).toBe(1);
    expect(seen.get('quarterdeck_acts_total{act="add-note",outcome="done"}')).toBe(1);
    expect(seen.get('quarterdeck_acts_total{act="change-severity",outcome="invalid"}')).toBe(1);
    expect(seen.get('quarterdeck_act_seconds_count{act="add-note"}')).toBe(1);
    expect(seen.get('quarterdeck_timers_fired_total{kind="command",outcome="fired"}')).toBe(1);
    expect(seen.get('quarterdeck_timer_lateness_seconds_sum')).toBeGreaterThan(30);
    expect(seen.get('quarterdeck_timers_waiting')).toBeGreaterThan(0);
    expect(seen.get('quarterdeck_jobs_waiting')).toBeGreaterThanOrEqual(0);
    expect(seen.get('quarterdeck_sockets_connected')).toBe(1);
    expect(seen.get('quarterdeck_sockets_joined{room="incident"}')).toBe(1);
    expect(seen.get('quarterdeck_sockets_joined{room="board"}')).toBe(1);
    expect(seen.get('quarterdeck_facts_delivered_total')).toBe(heard.length);
    expect(seen.get('quarterdeck_slow_lines_cut_off_total')).toBe(0);
    const [written] = await app.query<{ count: number }>('select count(*)::int from notice');
    const counted = [...seen].filter(([name]) => name.startsWith('quarterdeck_notices_written_total'));
    expect(written?.count).toBeGreaterThan(0);
    expect(counted.reduce((sum, [, value]) => sum + value, 0)).toBe(written?.count);
    expect([...seen.keys()].join('\n')).not.toMatch(/Card payments|Ada|incident:/);
  } finally {
    socket?.disconnect();
    await http.dispose();
    await app.dispose();
  }
});
