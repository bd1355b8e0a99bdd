import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '@/lib/core/incident/evolve';
import { type Incident } from '@/lib/core/incident/incident';
import { Story } from '@/lib/core/incident/sample';
import { createRoomStore } from './room-store';

function told(count: number) {
  const story = new Story();
  for (let index = 0; index < count; index += 1) story.act('ada', 'add-note', { text: `note ${index}` });
  const [declared, ...rest] = story.facts;
  const incident = replay(declared ? [declared] : []) as Incident;
  return { story, rest, incident };
}

const roomOf = (incident: Incident) =>
  createRoomStore({ incident, facts: [], present: [], digest: null, putOut: false });

describe('a browser’s room', () => {
  it('shows every fact once and in order, however they arrive', () => {
    const { story, rest, incident } = told(12);
    const arrival = fc
      .tuple(fc.shuffledSubarray(rest, { minLength: rest.length }), fc.array(fc.nat(rest.length - 1)))
      .map(([order, again]) => [...order, ...again.flatMap((index) => rest[index] ?? [])]);
    fc.assert(
      fc.property(arrival, (facts) => {
        const room = roomOf(incident);
        for (const fact of facts) room.receive([fact]);
        expect(room.get().facts).toEqual(rest);
        expect(room.get().incident).toEqual(story.incident);
      }),
    );
  });

  it('says that something is missing until it came', () => {
    const { rest, incident } = told(3);
    const [first, second] = rest;
    if (!first || !second) throw new Error('no facts');
    const room = roomOf(incident);
    expect(room.receive([second])).toBe(true);
    expect(room.get().facts).toEqual([]);
    expect(room.receive([first])).toBe(false);
    expect(room.get().facts).toEqual([first, second]);
  });

  it('keeps the digest from due to the human update that answers it', () => {
    const story = new Story();
    const room = roomOf(story.incident);
    const due = story.pass(15);
    room.receive(story.facts);
    expect(due.map(({ kind }) => kind)).toContain('cadence.due');
    expect(room.get().digest).not.toBeNull();
    story.act('ada', 'post-update', { status: 's', actions: 'a', next: 'n', estimate: { kind: 'unknown' } });
    room.receive(story.facts);
    expect(room.get().digest).toBeNull();
  });
});
