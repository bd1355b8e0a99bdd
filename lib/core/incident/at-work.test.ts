import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maySee } from '../access/may';
import { isRefusal } from '../refusal';
import { atWork } from './at-work';
import { commanderOf } from './incident';
import { Story, kindsOf, personActor } from './sample';

describe('in a private incident', () => {
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
});
