import { expect, test } from 'vitest';
import { administrationSentence } from './administration-sentence';
import { type NewAdministrationFact } from './facts';

const bea = { id: 'bea', name: 'Bea' };
const [name, id] = ['Payments', 'payments'];

const by = (actorId: string, fact: NewAdministrationFact) =>
  administrationSentence({
    ...fact,
    stream: 'x',
    seq: 1,
    actor: { kind: 'person', id: actorId, name: actorId },
    at: '2026-11-21T03:00:00.000Z',
    recordedAt: '2026-11-21T03:00:00.000Z',
  });

test.each<[string, NewAdministrationFact, string]>([
  [
    'bea',
    { kind: 'person.created', data: { person: bea, email: 'b@x', role: 'responder', how: 'invitation' } },
    'came aboard as responder',
  ],
  [
    'bea',
    { kind: 'person.created', data: { person: bea, email: 'b@x', role: 'administrator', how: 'set-up' } },
    'set Quarterdeck up, as its first administrator',
  ],
  [
    'ada',
    { kind: 'person.role-changed', data: { person: bea, from: 'observer', to: 'responder' } },
    'made Bea responder (was observer)',
  ],
  ['bea', { kind: 'person.renamed', data: { person: bea, from: 'B.' } }, 'is now called Bea (was B.)'],
  ['ada', { kind: 'person.renamed', data: { person: bea, from: 'B.' } }, 'renamed B. to Bea'],
  ['bea', { kind: 'sessions.revoked', data: { person: bea, count: 1 } }, 'signed out of one session'],
  ['ada', { kind: 'sessions.revoked', data: { person: bea, count: 3 } }, 'signed Bea out of 3 sessions'],
  [
    'ada',
    { kind: 'recovery.offered', data: { person: bea, expiresAt: '2026-11-22T03:00:00.000Z' } },
    'made a recovery link for Bea',
  ],
  ['bea', { kind: 'recovery.used', data: { person: bea } }, 'came back by a recovery link'],
  [
    'ada',
    { kind: 'token.created', data: { id, name: 'CI', role: 'observer' } },
    'made the API token “CI”, which acts as observer',
  ],
  ['ada', { kind: 'service.created', data: { id, name } }, 'added the service Payments'],
  ['ada', { kind: 'service.created', data: { id, name, after: { name, tier: 1 } } }, 'added the service Payments'],
  ['ada', { kind: 'team.deleted', data: { id, name, before: { name } } }, 'removed the team Payments'],
  [
    'bea',
    { kind: 'person.language-changed', data: { person: bea, from: null, to: 'de' } },
    'reads messages in Deutsch',
  ],
  [
    'bea',
    { kind: 'person.time-zone-changed', data: { person: bea, from: null, to: 'Asia/Tokyo' } },
    'reads times in Asia/Tokyo',
  ],
  [
    'ada',
    { kind: 'team.changed', data: { id, name, before: { name: 'Pay' }, after: { name } } },
    'changed the team Payments: name',
  ],
  ['ada', { kind: 'role.deleted', data: { key: id, name: 'Scribe' } }, 'removed the role Scribe'],
])('%s: %o', (actor, fact, sentence) => {
  expect(by(actor, fact)).toBe(sentence);
});
