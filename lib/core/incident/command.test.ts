// Command has one holder, a clock until it has one, and ends with the incident.
import { describe, expect, it } from 'vitest';
import { MINUTE, plus } from '../instant';
import { isRefusal } from '../refusal';
import { commanderOf } from './incident';
import { Story, kindsOf } from './sample';

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
    expect(kindsOf(story.pass(4))).not.toContain('command.overdue');
    expect(kindsOf(story.pass(1))).toContain('command.overdue');
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
