// Whatever people, machines and clocks do, in whatever order: the laws of an incident's life hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maySee } from '../access/may';
import { noticesOf } from '../follow-ups';
import { type Actor } from '../access/actor';
import { type IncidentFact } from '../facts';
import { MINUTE, plus } from '../instant';
import { isRefusal } from '../refusal';
import { severities } from '../severity/severity';
import { type ActDraft, type ActName, acts } from './acts';
import { atWork } from './at-work';
import { evolve, replay } from './evolve';
import { type Incident, commanderOf } from './incident';
import { moves, phases, isOpen } from './phases';
import { Story, kindsOf, people, personActor, robot, spans } from './sample';
import { sentenceOf } from './sentence';
import { timersOf } from './timers';

interface Step {
  who: number;
  what: number;
  dice: number[];
  minutes: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(6),
  what: fc.nat(200),
  dice: fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }),
  minutes: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
});

const steps60 = fc.array(step, { minLength: 20, maxLength: 60, size: 'max' });

const pick = <T>(from: readonly T[], die: number): T | undefined => from[die % Math.max(1, from.length)];

/** A draft that makes sense often enough to get somewhere, and nonsense often enough to be refused. */
function draftOf(name: ActName, incident: Incident, [a = 0, b = 0, c = 0, d = 0]: number[]): unknown {
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
    join: {},
    leave: {},
    'object-to-decision': { id: decision, reason: 'no' },
    'offer-handover': { role, to: person, brief: 'all is said' },
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
  };
  return drafts[name];
}

const all = Object.keys(acts) as ActName[];
/** Command changes hands more often than by chance, or the laws about it would hardly be tried. */
const often: ActName[] = [
  'take-role',
  'release-role',
  'offer-handover',
  'answer-handover',
  'relieve',
  'assign-role',
  'assign-task',
];
const names: ActName[] = [
  ...all.filter((name) => name !== 'change-phase'),
  ...often,
  ...often,
  ...often,
  'change-phase',
];
const actors: Actor[] = [...people.filter(({ active }) => active).map(({ id }) => personActor(id)), robot];

/** Plays the steps and calls `check` after each with the state before and after. */
function play(steps: Step[], check: (before: Incident, after: Incident, story: Story) => void): Story {
  const story = new Story({ private: (steps[0]?.what ?? 0) % 4 === 0, visibleTo: ['bea'] });
  for (const { who, what, dice, minutes } of steps) {
    const before = story.incident;
    const name = pick(names, what);
    const actor = pick(actors, who);
    if (!name || !actor) continue;
    story.act(actor, name, draftOf(name, before, dice) as ActDraft<typeof name>);
    check(before, story.incident, story);
    if (minutes > 0) {
      const earlier = story.incident;
      story.pass(minutes, what % 2 === 0);
      check(earlier, story.incident, story);
    }
  }
  return story;
}

const runs = { numRuns: 150 };

describe('the life of an incident', () => {
  it('moves only along the table of legal moves', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        play(steps, (before, _after, story) => {
          let phase = before.phase;
          for (const fact of story.facts.slice(before.seq)) {
            if (fact.kind !== 'phase.changed') continue;
            expect(fact.data.from).toBe(phase);
            expect(moves[fact.data.from][fact.data.to]).toBeDefined();
            phase = fact.data.to;
          }
        });
      }),
      runs,
    );
  });

  it('never has zero or two commanders once one accepted, and each change of command has one receiver', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        play(steps, (before, after) => {
          if (commanderOf(before)) expect(commanderOf(after)).not.toBeNull();
          const holders = Object.values(after.roles).filter(({ role }) => role.key === 'commander');
          expect(holders.length).toBeLessThanOrEqual(1);
        });
      }),
      runs,
    );
  });

  it('is given exactly by replaying its facts, which have no gap', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        const story = new Story();
        let kept = story.incident;
        const played = play(steps, () => undefined);
        kept =
          played.facts.reduce<Incident | null>(
            (state, fact) => evolve(state, JSON.parse(JSON.stringify(fact)) as IncidentFact),
            null,
          ) ?? kept;
        expect(played.facts.map(({ seq }) => seq)).toEqual(played.facts.map((_, index) => index + 1));
        expect(JSON.parse(JSON.stringify(replay(played.facts)))).toEqual(JSON.parse(JSON.stringify(kept)));
        expect(Object.values(kept.counts).reduce((sum, count) => sum + count, 0)).toBe(played.facts.length);
      }),
      runs,
    );
  });

  it('leaves no timer due once the clock has passed it, and none at all for what ended', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        const story = play(steps, () => undefined);
        story.pass(1);
        expect(story.timers().filter(({ dueAt }) => dueAt <= story.now)).toEqual([]);
        const keys = timersOf(story.incident, spans).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        if (!isOpen(story.incident.phase)) {
          expect(story.timers().every(({ kind }) => kind === 'decision')).toBe(true);
        }
      }),
      runs,
    );
  });

  it('lets nobody act who may not see it or may only read, and every fact can be said', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        play(steps, (before, _after, story) => {
          for (const fact of story.facts.slice(before.seq)) {
            const actor = actors.find(({ id }) => id === fact.actor.id);
            if (actor) {
              expect(maySee(actor, before)).toBe(true);
              expect(actor.role).not.toBe('observer');
            }
            expect(sentenceOf(fact).length).toBeGreaterThan(5);
            for (const notice of noticesOf(fact, story.incident)) expect(notice.factSeq).toBe(fact.seq);
          }
        });
      }),
      runs,
    );
  });

  it('takes only words about itself once it has ended, and a change of phase', () => {
    const late = /^(note|fact|phase|access|services|incident|update|severity|decision|responder\.left)/;
    fc.assert(
      fc.property(steps60, (steps) => {
        play(steps, (before, _after, story) => {
          if (isOpen(before.phase)) return;
          const [first] = story.facts.slice(before.seq);
          if (first) expect(first.kind).toMatch(late);
        });
      }),
      runs,
    );
  });

  it('never has a task without a person, nor an open one in nobody’s time box', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        play(steps, (_before, after) => {
          for (const task of after.tasks) {
            expect(task.assignee.id).toBeTruthy();
            expect(task.dueAt).toBeTruthy();
          }
        });
      }),
      runs,
    );
  });
});

describe('handover', () => {
  it('leaves command with the giver until one acceptance, and refuses the second', () => {
    const story = new Story();
    story.act('bea', 'take-role', { role: 'commander' });
    story.act('bea', 'offer-handover', { role: 'commander', to: 'cy', brief: 'Here is where we are.' });
    expect(commanderOf(story.incident)?.id).toBe('bea');
    const id = story.incident.handovers['commander']?.id ?? '';
    expect(isRefusal(story.act('di', 'answer-handover', { id, accept: true }))).toBe(true);
    expect(isRefusal(story.act('cy', 'answer-handover', { id, accept: true }))).toBe(false);
    expect(story.act('cy', 'answer-handover', { id, accept: true })).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(commanderOf(story.incident)?.id).toBe('cy');
  });

  it('lapses after ten minutes and says so', () => {
    const story = new Story();
    story.act('bea', 'take-role', { role: 'commander' });
    story.act('bea', 'offer-handover', { role: 'commander', to: 'cy', brief: 'Here is where we are.' });
    expect(story.pass(11).map(({ kind }) => kind)).toContain('handover.expired');
    expect(commanderOf(story.incident)?.id).toBe('bea');
  });
});

describe('command clock', () => {
  it('runs out after the response time of the severity, and stays red until someone commands', () => {
    const story = new Story();
    expect(story.pass(4)).toEqual([]);
    expect(story.pass(1).map(({ kind }) => kind)).toEqual(['command.overdue']);
    expect(story.incident.commandOverdueAt).not.toBeNull();
    story.act('bea', 'take-role', { role: 'commander' });
    expect(story.incident).toMatchObject({ commandDueAt: null, commandOverdueAt: null });
    expect(story.act('cy', 'take-role', { role: 'commander' })).toMatchObject({ refusal: 'taken' });
  });

  it('counts from the reopening, also when the severity changes after it', () => {
    const story = new Story();
    story.act('ada', 'change-phase', { to: 'resolved' });
    story.pass(60);
    story.act('ada', 'change-phase', { to: 'investigating', reason: 'it is back' });
    story.act('ada', 'change-severity', { to: 'High', reason: 'fewer cards' });
    expect(story.incident.commandDueAt).toBe(plus(story.now, 15 * MINUTE));
  });
});

describe('an incident that ended', () => {
  it('keeps its severity, also against an update', () => {
    const story = new Story();
    story.act('ada', 'change-phase', { to: 'resolved' });
    const words = { status: 's', actions: 'a', next: 'n', estimate: { kind: 'unknown' as const } };
    expect(story.act('ada', 'post-update', { ...words, severity: 'Low', reason: 'small' })).toMatchObject({
      refusal: 'illegal-move',
    });
    expect(isRefusal(story.act('ada', 'post-update', words))).toBe(false);
  });
});

describe('who is told', () => {
  const audiences = (story: Story, kind: string) =>
    story.facts.filter((fact) => fact.kind === kind).flatMap((fact) => noticesOf(fact, story.incident));

  it('somebody is, also while nobody holds the roles that would speak up', () => {
    const story = new Story();
    story.pass(18);
    expect(audiences(story, 'cadence.due')).toMatchObject([
      { audience: [{ group: 'room' }, { group: 'owning-leads' }] },
    ]);
    expect(audiences(story, 'cadence.overdue')[0]?.audience).toEqual([{ group: 'room' }, { group: 'owning-leads' }]);
  });

  it('the owning teams are, when their service is named later', () => {
    const story = new Story({ severity: 'Medium', services: [] });
    story.act('ada', 'change-services', { add: ['checkout'] });
    expect(audiences(story, 'services.changed')).toMatchObject([{ audience: [{ group: 'owning-teams' }] }]);
  });

  it('nobody who works in a private incident is put out of it', () => {
    const story = new Story({ private: true, visibleTo: ['bea', 'cy'] });
    story.act('ada', 'assign-task', { title: 'look', assignee: 'cy', boxMinutes: 5 });
    expect(story.act('ada', 'change-access', { private: true, visibleTo: ['ada', 'bea'] })).toMatchObject({
      refusal: 'conflict',
    });
  });

  it('an administrator who commands stays in a private incident that does not name them', () => {
    const story = new Story({ visibleTo: [] });
    story.act('ada', 'take-role', { role: 'commander' });
    story.act('bea', 'join', {});
    expect(kindsOf(story.act('bea', 'change-access', { private: true, visibleTo: ['bea'] }))).toEqual([
      'access.changed',
    ]);
    expect(commanderOf(story.incident)?.id).toBe('ada');
    expect(story.act('ada', 'release-role', { role: 'commander' })).not.toMatchObject({ refusal: 'not-found' });
  });

  it('nobody comes back to work that they cannot see when a private incident is reopened', () => {
    const story = new Story({ private: true, visibleTo: ['bea', 'cy'] });
    story.act('bea', 'take-role', { role: 'commander' });
    story.act('ada', 'assign-role', { role: 'scribe', person: 'ada' });
    story.act('bea', 'change-phase', { to: 'resolved' });
    const name = (visibleTo: string[]) => story.act('ada', 'change-access', { private: true, visibleTo });
    expect(kindsOf(name(['cy']))).toEqual(['access.changed']);
    const reopen = () => story.act('ada', 'change-phase', { to: 'investigating', reason: 'it is back' });
    const refusal = {
      refusal: 'conflict',
      message: 'Bea is commander here and cannot see it any more. Name them first.',
    };
    expect(reopen()).toMatchObject(refusal);
    const update = { status: 's', actions: 'a', next: 'n', estimate: { kind: 'unknown' as const } };
    const reopenByUpdate = { ...update, phase: 'investigating' as const, reason: 'it is back' };
    expect(story.act('cy', 'post-update', reopenByUpdate)).toMatchObject(refusal);
    name(['bea']);
    expect(kindsOf(reopen())).toEqual(['phase.changed']);
  });

  it('whoever holds a role or has work in an open incident can see it, and administrators need no name', () => {
    const someone = fc.constantFrom('ada', 'bea', 'cy', 'di');
    const holders = fc.record({ commander: someone, scribe: someone, tasks: fc.array(someone, { maxLength: 2 }) });
    fc.assert(
      fc.property(holders, fc.subarray(['ada', 'bea', 'cy', 'di']), ({ commander, scribe, tasks }, visibleTo) => {
        const story = new Story();
        story.act(commander, 'take-role', { role: 'commander' });
        story.act('ada', 'assign-role', { role: 'scribe', person: scribe });
        for (const assignee of tasks) story.act('ada', 'assign-task', { title: 'look', assignee, boxMinutes: 5 });
        const working = [commander, scribe, ...tasks];
        expect(new Set(atWork(story.incident).map(({ person }) => person.id))).toEqual(new Set(working));
        const blinded = working.some((id) => id !== 'ada' && !visibleTo.includes(id));
        const answer = story.act('ada', 'change-access', { private: true, visibleTo });
        expect(isRefusal(answer)).toBe(blinded);
        for (const { person } of atWork(story.incident))
          expect(maySee(personActor(person.id), story.incident)).toBe(true);
      }),
    );
  });

  it('whoever holds a role or has work in an open incident can see it, whatever was done', () => {
    fc.assert(
      fc.property(steps60, (steps) => {
        play(steps, (_before, incident) => {
          for (const { person } of atWork(incident)) expect(maySee(personActor(person.id), incident)).toBe(true);
        });
      }),
      runs,
    );
  });
});
