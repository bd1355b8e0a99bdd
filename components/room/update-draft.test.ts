import { expect, it } from 'vitest';
import { Story } from '@/lib/core/incident/sample';
import { closing } from './update-draft';

it('begins the closing update from the last status, with nothing in progress, in the phase that it ends in', () => {
  const story = new Story();
  story.act('ada', 'post-update', {
    ...{ status: 'Cards work again.', actions: 'Rolling back', next: 'Watch' },
    estimate: { kind: 'unknown' },
  });
  expect(closing(story.incident)).toMatchObject({
    ...{ status: 'Cards work again.', actions: 'Nothing more: it is over.', next: 'A postmortem.' },
    ...{ phase: 'resolved', severity: null, seen: story.incident.update?.seq },
  });
  const mild = new Story({ severity: 'Medium' });
  expect(closing(mild.incident)).toMatchObject({ status: '', next: 'Nothing more: it is over.', seen: 0 });
});
