import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { mostEvidenceBytes } from '@/lib/core/evidence/kind-of-file';
import { DAY, MINUTE } from '@/lib/core/instant';
import { type Attachment } from '@/lib/core/facts/incident';
import { isRefusal } from '@/lib/core/refusal';
import { readEvidence } from '@/lib/queries/evidence';
import { database } from '@/lib/store/database';
import { tidy } from '@/lib/store/housekeeping';
import { actOnIncident } from './act-on-incident';
import { attachEvidence } from './attach-evidence';
import { declareIncident } from './declare-incident';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const cy: Actor = { kind: 'person', id: 'cy', name: 'Cy', role: 'responder' };
const di: Actor = { kind: 'person', id: 'di', name: 'Di', role: 'observer' };
const text = (words: string) => ({ name: 'app.log', bytes: new TextEncoder().encode(words) });
let open: number;
let secret: number;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cy, di])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const declared = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity: 'High' });
  const hidden = await declareIncident(
    { actor: ada },
    { title: 'Breach', severity: 'High', private: true, visibleTo: ['bea'] },
  );
  if (isRefusal(declared) || isRefusal(hidden)) throw new Error('not declared');
  open = declared.number;
  secret = hidden.number;
});

async function attach(actor: Actor, number: number, file = text('ERROR 502')): Promise<Attachment> {
  const attached = await attachEvidence({ actor }, number, file);
  if (isRefusal(attached)) throw new Error(attached.message);
  return attached;
}

test('a file comes back as it was given, and is kept once when given again', async () => {
  const first = await attach(bea, open);
  expect(first).toMatchObject({ name: 'app.log', type: 'text/plain', size: 9, href: null });
  expect((await attach(bea, open)).fileId).toBe(first.fileId);
  expect((await attach(cy, open)).fileId).not.toBe(first.fileId);
  const kept = await readEvidence(di, first.fileId ?? '');
  expect(new TextDecoder().decode(kept?.bytes)).toBe('ERROR 502');
});

describe('refused', () => {
  test.each([
    ['an observer', () => attachEvidence({ actor: di }, open, text('x')), 'not-allowed'],
    ['an incident unseen', () => attachEvidence({ actor: cy }, secret, text('x')), 'not-found'],
    ['an incident that is not', () => attachEvidence({ actor: ada }, 9_999, text('x')), 'not-found'],
    ['nothing', () => attachEvidence({ actor: ada }, open, text('')), 'invalid'],
    ['a program', () => attachEvidence({ actor: ada }, open, text('\0\u0001')), 'invalid'],
    [
      'too much',
      () => attachEvidence({ actor: ada }, open, { name: 'a', bytes: new Uint8Array(mostEvidenceBytes + 1) }),
      'too-large',
    ],
  ])('%s', async (_, attempt, code) => expect(await attempt()).toMatchObject({ refusal: code }));
});

test('a file that no note shows goes after a day, one that was posted or just given again stays', async () => {
  const post = (attachment: Attachment) =>
    actOnIncident({ actor: bea }, open, 'add-note', { text: 'See the log.', attachment });
  const [posted, given, forgotten] = [
    await attach(bea, open, text('posted')),
    await attach(bea, open, text('given again')),
    await attach(bea, open, text('forgotten')),
  ];
  await post(posted);
  await database.$executeRaw`insert into clock_offset (id, ms) values (1, ${DAY - MINUTE})`;
  await tidy();
  const left = async () => (await database.evidence.findMany({ where: { incident: open } })).map(({ id }) => id);
  expect(await left()).toEqual(expect.arrayContaining([posted.fileId, given.fileId, forgotten.fileId]));
  expect(await attach(bea, open, text('given again'))).toEqual(given);
  await database.$executeRaw`update clock_offset set ms = ${DAY + MINUTE}`;
  await tidy();
  expect((await left()).sort()).toEqual([posted.fileId, given.fileId].sort());
  expect(isRefusal(await post(given))).toBe(false);
  await database.$executeRaw`update clock_offset set ms = ${3 * DAY}`;
  await tidy();
  expect((await left()).sort()).toEqual([posted.fileId, given.fileId].sort());
  await database.$executeRaw`delete from clock_offset`;
});

test('a file given again while it is swept away is kept anew', async () => {
  const swept = await attach(bea, open, text('swept'));
  let again: Promise<Attachment> | undefined;
  await database.$transaction(async (tx) => {
    await tx.evidence.delete({ where: { id: swept.fileId ?? '' } });
    again = attach(bea, open, text('swept'));
    const waiting = () =>
      database.$queryRaw`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(waiting).toHaveLength(1);
  });
  const { fileId } = (await again) ?? {};
  expect(fileId).not.toBe(swept.fileId);
  expect(await readEvidence(bea, fileId ?? '')).not.toBeNull();
});

describe('a note shows a file', () => {
  const post = (number: number, attachment: Attachment) =>
    actOnIncident({ actor: bea }, number, 'add-note', { text: 'See the log.', attachment });
  const attachmentOf = async (posted: ReturnType<typeof post>) => {
    const done = await posted;
    const [fact] = 'facts' in done ? done.facts : [];
    return fact?.kind === 'note.added' ? fact.data.attachment : done;
  };

  test('as it is kept, whatever is said of it', async () => {
    const kept = await attach(bea, open);
    const forged = { ...kept, name: 'payroll.pdf', type: 'application/pdf', size: 1, href: 'https://example.org/x' };
    expect(await attachmentOf(post(open, forged))).toEqual(kept);
  });

  test('that is kept for this incident, and no other', async () => {
    const kept = await attach(bea, open);
    for (const [number, file] of [
      [secret, kept],
      [open, { ...kept, fileId: crypto.randomUUID() }],
    ] as const) {
      expect(await attachmentOf(post(number, file))).toMatchObject({ refusal: 'invalid' });
    }
  });

  test('or a link, as it was given', async () => {
    const link = { name: 'Dashboard', type: 'link', size: null, fileId: null, href: 'https://example.org/graph' };
    expect(await attachmentOf(post(open, link))).toEqual(link);
  });
});

test('evidence of a private incident exists for those who see it', async () => {
  const { fileId } = await attach(bea, secret);
  expect(await readEvidence(bea, fileId ?? '')).not.toBeNull();
  expect(await readEvidence(ada, fileId ?? '')).not.toBeNull();
  expect(await readEvidence(cy, fileId ?? '')).toBeNull();
  expect(await readEvidence({ ...bea, kind: 'token' }, fileId ?? '')).toBeNull();
  expect(await readEvidence(ada, 'no-such-file')).toBeNull();
});
