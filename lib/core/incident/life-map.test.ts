import { describe, expect, it } from 'vitest';
import { lifeOf } from './life-map';
import { Story, personActor, robot } from './sample';

const words = { status: 's', actions: 'a', next: 'n', estimate: { kind: 'unknown' as const } };
const mapOf = (story: Story) => Object.fromEntries(lifeOf(story.incident).stages.map(({ stage, is }) => [stage, is]));

describe('the map of an incident’s life', () => {
  it('says what was passed, where it is and what lies ahead', () => {
    const story = new Story();
    expect(mapOf(story)).toEqual({
      ...{ detect: 'passed', triage: 'now' },
      ...{ mitigate: 'ahead', communicate: 'ahead', resolve: 'ahead', learn: 'ahead' },
    });
    for (const to of ['identified', 'monitoring'] as const) story.act('ada', 'change-phase', { to });
    expect(mapOf(story)).toMatchObject({ triage: 'passed', mitigate: 'passed', communicate: 'now', resolve: 'ahead' });
  });

  it('calls skipped what was skipped, and an update communication', () => {
    const story = new Story();
    story.act('ada', 'change-phase', { to: 'resolved' });
    expect(mapOf(story)).toMatchObject({ mitigate: 'skipped', communicate: 'skipped', resolve: 'now', learn: 'ahead' });
    story.act('ada', 'change-phase', { to: 'closed' });
    expect(mapOf(story)).toMatchObject({ mitigate: 'skipped', resolve: 'passed', learn: 'now' });

    const told = new Story();
    told.act('ada', 'post-update', { ...words, phase: 'resolved' });
    expect(mapOf(told)).toMatchObject({ mitigate: 'skipped', communicate: 'passed', resolve: 'now' });

    const alarm = new Story();
    alarm.act('ada', 'change-phase', { to: 'cancelled', reason: 'A test.' });
    expect(mapOf(alarm)).toMatchObject({ mitigate: 'skipped', resolve: 'skipped', learn: 'now' });
  });

  it('remembers what was passed when it starts again', () => {
    const story = new Story();
    for (const to of ['monitoring', 'resolved'] as const) story.act('ada', 'change-phase', { to });
    story.act('ada', 'change-phase', { to: 'monitoring', reason: 'It is back.' });
    expect(story.incident.been).toEqual(['triage', 'monitoring', 'resolved']);
    expect(mapOf(story)).toMatchObject({ mitigate: 'skipped', communicate: 'now', resolve: 'ahead' });
  });

  it('names the postmortem and its moment only where the policy asks for one of what was resolved', () => {
    const story = new Story();
    expect(lifeOf(story.incident).dueAt).toBeNull();
    story.pass(10);
    story.act('ada', 'change-phase', { to: 'resolved' });
    expect(lifeOf(story.incident)).toMatchObject({ dueAt: '2026-11-23T03:10:00.000Z' });
    expect(lifeOf(story.incident).next).toMatch(/postmortem is owed by$/);
    story.act('ada', 'change-phase', { to: 'closed' });
    expect(lifeOf(story.incident)).toMatchObject({ dueAt: '2026-11-23T03:10:00.000Z' });

    const medium = new Story({ severity: 'Medium' });
    medium.act('ada', 'change-phase', { to: 'resolved' });
    expect(lifeOf(medium.incident)).toMatchObject({ dueAt: null, next: 'Close it when nothing is left to do.' });
    const alarm = new Story();
    alarm.act('ada', 'change-phase', { to: 'cancelled', reason: 'A test.' });
    expect(lifeOf(alarm.incident).dueAt).toBeNull();
  });
});

describe('the end of an incident', () => {
  it('keeps who ended it, until it starts again', () => {
    const story = new Story();
    expect(story.incident.endedBy).toBeNull();
    story.act(robot, 'change-phase', { to: 'resolved' });
    story.act('ada', 'change-phase', { to: 'closed' });
    expect(story.incident.endedBy).toMatchObject({ kind: 'token', name: 'deploy bot' });
    story.act('bea', 'change-phase', { to: 'investigating', reason: 'It is back.' });
    expect(story.incident.endedBy).toBeNull();
    expect(story.incident.been).toEqual(['triage', 'resolved', 'closed', 'investigating']);
  });

  it('settles an unsure severity in the act that resolves it', () => {
    const story = new Story({ severity: 'unsure' });
    const posted = story.act(personActor('ada'), 'post-update', { ...words, severity: 'High', phase: 'resolved' });
    expect(Array.isArray(posted) && posted.map(({ kind }) => kind)).toEqual([
      'update.posted',
      'severity.changed',
      'phase.changed',
    ]);
    expect(story.incident).toMatchObject({ severity: 'High', severityUnsure: false, phase: 'resolved' });
  });
});
