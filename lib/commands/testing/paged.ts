// What the tests of messages share: three people with ways to reach them, and an incident that pages two of them.
import { beforeAll, beforeEach } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { type ChannelName } from '@/lib/core/notification/channels';
import { isRefusal } from '@/lib/core/refusal';
import { adoptSecret } from '@/lib/env';
import { database } from '@/lib/store/database';
import { actOnIncident } from '../act-on-incident';
import { declareIncident } from '../declare-incident';
import { fireIncidentTimer } from '../fire-timer';

export const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
export const as = (id: string) => ({ actor: { kind: 'person', id, name: id, role: 'responder' } as const });

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['bea', 'responder'],
    ['cy', 'responder'],
  ] as const)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  for (const [person, channel] of [
    ['ada', 'email'],
    ['bea', 'email'],
    ['bea', 'sms'],
    ['cy', 'email'],
    ['cy', 'sms'],
  ] as const)
    await reach(person, channel);
});

beforeEach(async () => {
  await database.delivery.deleteMany();
  await database.notificationRules.deleteMany();
  await database.$executeRaw`delete from clock_offset`;
});

async function reach(person: string, channel: ChannelName) {
  const now = new Date();
  const id = `${person}-${channel}`;
  await database.contactMethod.create({
    data: { id, personId: person, channel, label: '', address: 'sealed', shown: '…', createdAt: now, verifiedAt: now },
  });
}

export async function done<T extends object>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

/** Declares, and pages bea and cy about it. */
export async function page(draft: Record<string, unknown> = {}): Promise<{ number: number; id: string }> {
  const declared = await done(declareIncident({ actor: ada }, { title: 'Cards fail', severity: 'Low', ...draft }));
  const { number } = declared as { number: number };
  const targets = [
    { kind: 'person', id: 'bea' },
    { kind: 'person', id: 'cy' },
  ];
  await done(actOnIncident({ actor: ada }, number, 'page', { targets, about: 'Look at the cards' }));
  const due = await database.timer.findMany({ where: { stream: `incident:${number}`, kind: 'page' } });
  for (const { key } of due) await fireIncidentTimer(number, key);
  const { state } = await database.incident.findUniqueOrThrow({ where: { number } });
  return { number, id: (state as unknown as Incident).pages[0]?.id ?? '' };
}

/** What became of each of its messages. */
export async function told(number: number, where: object = {}) {
  const rows = await database.delivery.findMany({
    where: { incidentNumber: number, ...where },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ methodId, state }) => `${methodId} ${state}`).toSorted();
}
