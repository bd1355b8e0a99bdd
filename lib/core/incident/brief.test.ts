import { describe, expect, it } from 'vitest';
import { briefOf } from './brief';
import { builtInRoles } from './roles';
import { Story } from './sample';

describe('the handover brief', () => {
  it('says the five things, from the state alone', () => {
    const story = new Story();
    story.act('ada', 'take-role', { role: 'commander' });
    story.act('ada', 'assign-role', { role: 'deputy', person: 'bea' });
    story.pass(10);
    story.act('ada', 'assign-task', { title: 'roll back', assignee: 'cy', boxMinutes: 10 });
    story.act('ada', 'post-update', {
      status: 'Cards fail\nfor 38 %',
      actions: 'Rolling back',
      next: 'Confirm the error rate',
      estimate: { kind: 'at', at: '2026-11-21T03:30:00.000Z' },
    });
    story.pass(31);
    expect(briefOf(story.incident, builtInRoles, story.now)).toBe(
      [
        '**Situation**\n- Card payments fail: Critical, triage, began 2026-11-21 03:00 UTC.\n- Last update, 03:10 UTC by Ada: Cards fail for 38 %',
        '**Objectives**\n- Confirm the error rate\n- Estimate: Over by 2026-11-21 03:30 UTC.',
        '**Who does what**\n- In progress: Rolling back\n- Commander: Ada\n- Deputy: Bea\n- Cy: roll back (time is up)',
        '**Resources**\n- Services: Payments\n- Responders: Ada, Bea\n- Nobody yet: Operations lead, Communications lead, Scribe',
        '**Owed**\n- Roll back, overdue since 03:20 UTC (Cy)\n- An update, overdue since 03:25 UTC',
      ].join('\n\n'),
    );
  });

  it('says so when there is nothing to say', () => {
    const story = new Story({ severity: 'Low', services: [] });
    story.act('ada', 'take-role', { role: 'commander' });
    const brief = briefOf(story.incident, builtInRoles, story.now);
    expect(brief).toContain('No update has been posted yet.');
    expect(brief).toContain('**Owed**\n- Nothing.');
  });
});
