import { expect, it } from 'vitest';
import { Story } from '../sample';

it('who sees an incident is not overwritten by somebody who saw an older list', () => {
  const story = new Story({ visibleTo: [] });
  const open = { private: false, visibleTo: [] };
  story.act('bea', 'change-access', { private: true, visibleTo: ['ada', 'bea'], from: open });
  expect(story.act('ada', 'change-access', { private: true, visibleTo: ['ada'], from: open })).toMatchObject({
    refusal: 'changed-meanwhile',
  });
  const seen = { private: true, visibleTo: ['bea', 'ada'] };
  expect(story.act('ada', 'change-access', { private: true, visibleTo: ['ada'], from: seen })).toHaveLength(1);
});

it('a summary is not overwritten by somebody who saw an older one', () => {
  const story = new Story({ title: 'Checkout fails' });
  const from = story.incident.title;
  const first = story.incident.summary;
  story.act('ada', 'retitle', { title: from, summary: 'One region', from, summaryFrom: first });
  expect(story.act('bea', 'retitle', { title: from, summary: 'All of it', from, summaryFrom: first })).toMatchObject({
    refusal: 'changed-meanwhile',
  });
  expect(story.act('bea', 'retitle', { title: from, summary: 'All', from, summaryFrom: 'One region' })).toHaveLength(1);
});
