// Whatever people, machines and clocks do, in whatever order: the laws of an incident's life hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor } from '../access/actor';
import { maySee } from '../access/may';
import { type IncidentFact } from '../facts';
import { noticesOf } from '../follow-ups';
import { isOutward } from '../language/texts';
import { urgencyOf } from '../notification/planned';
import { type ActDraft, type ActName, acts } from './acts';
import { atWork } from './at-work';
import { evolve, replay } from './evolve';
import { type Incident, commanderOf } from './incident';
import { moves, isOpen } from './phases';
import { Story, people, personActor, robot, spans } from './sample';
import { draftOf, pick } from './sample-drafts';
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
            for (const notice of noticesOf(fact, story.incident)) {
              expect(notice.factSeq).toBe(fact.seq);
              // What leaves the app has words in every language.
              expect(urgencyOf(notice.kind) !== 'news' || isOutward(fact)).toBe(true);
            }
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
