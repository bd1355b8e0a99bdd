import { describe, expect, it } from 'vitest';
import { noticesOf } from './follow-ups';
import { Story } from './incident/sample';

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
});
