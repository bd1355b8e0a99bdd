// Commits facts, in a process that serves nobody.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { database } from '@/lib/store/database';
import { transact } from '@/lib/store/transact';
import { answer, moment } from '../lib/answer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada Keller', role: 'administrator' };

async function note(number: number, text: string) {
  const done = await actOnIncident({ actor: ada }, number, 'add-note', { text });
  if (isRefusal(done)) throw new Error(done.message);
  return done;
}

/** Lets these people be reached by signed webhooks at `url`, which may be private. */
async function reach(people: string[], url: string) {
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
  for (const id of people) {
    const address = JSON.stringify({ url: `${url}/${id}`, secret: `whsec_${'A'.repeat(32)}` });
    const actor: Actor = { kind: 'person', id, name: id, role: 'administrator' };
    const added = await addContactMethod({ actor }, { channel: 'webhook', address });
    if (isRefusal(added)) throw new Error(added.message);
  }
  await database.contactMethod.updateMany({ data: { verifiedAt: new Date() } });
  await database.delivery.deleteMany();
}

answer({
  reach,
  declare: async () => {
    const done = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity: 'High' });
    if (isRefusal(done)) throw new Error(done.message);
    return done.number;
  },
  /** Declares what pages nobody by itself, pages by this escalation policy, and answers with the page's id. */
  page: async (policy: string) => {
    const draft = { title: 'Checkout is slow', severity: 'Medium' };
    const done = await declareIncident({ actor: ada }, draft);
    if (isRefusal(done)) throw new Error(done.message);
    const { number } = done;
    const paged = await actOnIncident({ actor: ada }, number, 'page', { about: 'Look', policy });
    if (isRefusal(paged)) throw new Error(paged.message);
    const [first] = paged.facts;
    return { number, page: first?.kind === 'page.started' ? first.data.id : '' };
  },
  /** Acknowledges a page of each incident at its moment, in milliseconds since 1970. Answers with how many were taken. */
  acknowledge: async (page: string, person: string, moments: { number: number; at: number }[]) => {
    const actor: Actor = { kind: 'person', id: person, name: person, role: 'administrator' };
    const done = await Promise.all(
      moments.map(async ({ number, at }) => {
        await sleep(Math.max(0, at - moment()));
        return actOnIncident({ actor }, number, 'answer-page', { id: page, take: true });
      }),
    );
    return done.filter((each) => !isRefusal(each)).length;
  },
  /** Commits `count` facts, `everyMs` apart, and answers with when each was committed and how far the incident came. */
  facts: async (number: number, count: number, everyMs: number, text: string) => {
    const committed: number[] = [];
    let seq = 0;
    for (let index = 0; index < count; index += 1) {
      seq = (await note(number, text)).seq;
      committed.push(moment());
      await sleep(everyMs);
    }
    return { committed, seq };
  },
});
