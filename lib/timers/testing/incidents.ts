// What the tests of timers share: incidents that are declared and acted on, a clock that is moved, and what came of it.
import { afterEach, vi } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Actor } from '@/lib/core/access/actor';
import { type FactKind } from '@/lib/core/facts';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { startTimers } from '../run';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
/** On a busy machine. */
export const patient = { timeout: 120_000 };
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await database.$executeRaw`delete from clock_offset`;
  await database.$executeRaw`delete from timer`;
});

export async function declare(severity = 'Critical', services: string[] = []): Promise<number> {
  const done = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity, services });
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}

export async function act(number: number, name: Parameters<typeof actOnIncident>[2], draft: unknown) {
  const done = await actOnIncident({ actor: ada }, number, name, draft);
  if (isRefusal(done)) throw new Error(done.message);
}

export async function moveClock(ms: number) {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${ms}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  await database.$executeRaw`select pg_notify('clock', '')`;
}

export function start() {
  stops.push(startTimers());
}

export async function facts(number: number, kind: FactKind) {
  const rows = await database.fact.findMany({ where: { incidentNumber: number, kind }, orderBy: { seq: 'asc' } });
  return rows.map(({ data }) => data as Record<string, unknown>);
}

export const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
