import { describe, expect, it } from 'vitest';
import { type Incident } from './incident';
import { Story } from './sample';
import { directReports, spanAdvice, spanOfControl } from './span';

function crowd(size: number): Incident {
  const story = new Story();
  story.act('ada', 'take-role', { role: 'commander' });
  const responders = Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`p${index}`, { id: `p${index}`, name: `P${index}` }]),
  );
  return { ...story.incident, responders };
}

describe('span of control', () => {
  it('is quiet up to seven and speaks above', () => {
    expect(spanAdvice(crowd(spanOfControl))).toBeNull();
    expect(spanAdvice(crowd(spanOfControl + 1))).toBe('8 people report to Ada. Form a sub-team with a lead.');
  });

  it('counts a sub-team as its lead', () => {
    const incident = crowd(8);
    const [lead, ...members] = Object.values(incident.responders).slice(0, 3);
    if (!lead) throw new Error('an empty crowd');
    const teamed = { ...incident, subteams: [{ id: 't', name: 'Database', lead, members }] };
    expect(directReports(teamed).map(({ id }) => id)).not.toContain('p1');
    expect(spanAdvice(teamed)).toBeNull();
  });

  it('asks nothing of an incident that ended', () => {
    expect(spanAdvice({ ...crowd(9), phase: 'resolved' })).toBeNull();
  });
});
