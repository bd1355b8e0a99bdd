// Drafts of every act, thrown with dice, for tests that let anything happen.
import { type ActDraft, type ActName } from './acts';
import { type Incident, commanderOf } from './incident';
import { phases } from './phases';
import { people } from './sample';
import { severities } from '../severity/severity';

export const pick = <T>(from: readonly T[], die: number): T | undefined => from[die % Math.max(1, from.length)];

/** A draft that makes sense often enough to get somewhere, and nonsense often enough to be refused. */
export function draftOf(name: ActName, incident: Incident, [a = 0, b = 0, c = 0, d = 0]: number[]): unknown {
  const person = pick(people, a)?.id ?? '';
  const role = pick(['commander', 'commander', 'deputy', 'scribe', 'nonsense'], b) ?? '';
  const task = pick(incident.tasks, a)?.id ?? 'none';
  const decision = pick(incident.decisions, a)?.id ?? 'none';
  const handover = pick(Object.values(incident.handovers), a)?.id ?? 'none';
  const reason = c % 3 === 0 ? undefined : 'because';
  const estimate = { kind: 'unknown' as const };
  const four = { status: 's', actions: 'a', next: 'n', estimate };
  const drafts: { [N in ActName]: ActDraft<N> } = {
    'add-note': { text: 'seen', at: c % 2 ? incident.startedAt : undefined },
    'answer-handover': { id: handover, accept: c % 3 > 0, reason },
    'answer-page': { id: pick(incident.pages, a)?.id ?? 'none', take: c % 2 === 0, reason },
    'ask-for-help': { reason: 'stuck' },
    'assign-role': { role, person },
    'assign-task': { title: 'look', assignee: person, boxMinutes: 1 + (b % 30) },
    'cancel-task': { id: task },
    'change-access': { private: b % 2 === 0, visibleTo: c % 2 ? [person, 'ada'] : ['ada', 'bea', 'cy', 'di'] },
    'change-phase': { to: pick(phases, b) ?? 'triage', reason },
    'change-services': { add: ['checkout'], remove: d % 2 ? ['payments'] : [] },
    'change-severity': { to: pick(severities, b) ?? 'Low', reason },
    'change-subteam': {
      id: pick(incident.subteams, a)?.id ?? 'none',
      lead: b % 3 === 0 ? person : null,
      add: [pick(people, c)?.id ?? ''],
      remove: d % 2 ? ['cy'] : [],
    },
    'commander-returned': {},
    'confirm-no-change': { estimate, hypothesis: reason },
    'contact-vendor': { vendor: 'stripe', way: 'phone', ticket: reason, chaseMinutes: 1 + (d % 30) },
    'correct-note': {
      seq: 1 + (a % (incident.seq + 1)),
      text: 'other',
      at: incident.declaredAt,
      former: { text: 'seen', at: incident.startedAt },
    },
    'dissolve-subteam': { id: pick(incident.subteams, a)?.id ?? 'none' },
    'extend-task': { id: task, boxMinutes: 5 },
    'finish-task': { id: task, result: 'done' },
    'form-subteam': { name: 'Database', lead: person, members: ['cy', 'di'] },
    'give-up-vendor': { vendor: 'stripe', reason: 'late' },
    join: {},
    leave: {},
    'note-vendor-answer': { vendor: 'stripe', text: 'we look', chaseMinutes: c % 2 ? 10 : null },
    'object-to-decision': { id: decision, reason: 'no' },
    'offer-handover': { role, to: person, brief: 'all is said' },
    page:
      d % 3 === 0
        ? { about: 'look', policy: 'payments' }
        : { about: 'look', targets: [{ kind: 'person', id: person }] },
    'pin-fact': { seq: 1 + (a % (incident.seq + 1)), pinned: b % 2 === 0 },
    'post-update': {
      ...four,
      phase: c % 4 === 0 ? pick(phases, b) : undefined,
      severity: d % 4 === 0 ? pick(severities, a) : undefined,
      reason,
    },
    'propose-decision': { text: 'roll back' },
    'reassign-task': { id: task, to: person, boxMinutes: 5 },
    'release-role': { role },
    relieve: { role, from: commanderOf(incident)?.id ?? person, reason: 'gone' },
    retitle: { title: 'Something else' },
    'snooze-update': { minutes: 5, reason: 'busy' },
    'take-role': { role },
    'understand-task': { id: task, readBack: 'I look' },
    'withdraw-decision': { id: decision },
    'withdraw-handover': { id: handover },
    'withdraw-page': { id: pick(incident.pages, b)?.id ?? 'none' },
  };
  return drafts[name];
}
