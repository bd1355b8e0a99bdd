import { describe, expect, it } from 'vitest';
import { digestOf, mostDigestLines } from './digest';
import { Story, start } from './sample';

const four = { status: 'Down', actions: 'Looking', next: 'Roll back', estimate: { kind: 'unknown' as const } };

describe('the digest since the last update', () => {
  it('tells results and decisions, not the asking around them', () => {
    const story = new Story();
    story.pass(1);
    story.act('bea', 'take-role', { role: 'commander' });
    story.act('bea', 'assign-task', { title: 'roll back', assignee: 'cy', boxMinutes: 5 });
    const task = story.incident.tasks[0]?.id ?? '';
    story.act('cy', 'finish-task', { id: task, result: 'back on 21.2' });
    story.act('cy', 'add-note', { text: 'chatter' });
    expect(digestOf(story.facts, start).lines).toEqual(['Bea took command.', 'Cy finished “roll back”: back on 21.2']);
  });

  it('leaves out what the last update already told', () => {
    const story = new Story();
    story.pass(1);
    story.act('bea', 'take-role', { role: 'commander' });
    story.pass(1);
    story.act('bea', 'post-update', four);
    const { at = start } = story.incident.update ?? {};
    story.pass(1);
    story.act('bea', 'change-phase', { to: 'mitigating' });
    expect(digestOf(story.facts, at)).toEqual({ since: at, lines: ['Bea moved it from triage to mitigating.'] });
  });

  it('keeps each fact to one line, and the latest lines only', () => {
    const story = new Story();
    story.pass(1);
    for (let count = 0; count < mostDigestLines + 3; count += 1) {
      story.act('bea', 'ask-for-help', { reason: `first\nsecond ${count}` });
    }
    const { lines } = digestOf(story.facts, start);
    expect(lines).toHaveLength(mostDigestLines);
    expect(lines.at(-1)).toBe(`Bea asked for help: first second ${mostDigestLines + 2}`);
  });
});
