import { expect, test } from 'vitest';
import { Story, personActor } from '../sample';
import { changeAccess } from './change-access';

test.each(['gone', 'nobody-of-this-name'])('%s cannot be named, and the others are not named without them', (id) => {
  const story = new Story();
  expect(story.act('ada', 'change-access', { private: true, visibleTo: ['ada', id] })).toMatchObject({
    refusal: 'not-found',
    fields: { visibleTo: expect.stringMatching('does not exist') as string },
  });
});

test('whoever was deactivated since they were named is no obstacle to naming another', () => {
  const story = new Story({ private: true, visibleTo: ['bea'] });
  const gone = { id: 'gone', name: 'Gone' };
  const incident = { ...story.incident, visibleTo: [...story.incident.visibleTo, gone] };
  const input = { private: true, visibleTo: ['ada', 'bea', 'gone', 'cy'] };
  const decided = changeAccess.decide(incident, input, story.context(personActor('ada')));
  expect(decided).toMatchObject([{ data: { visibleTo: [{ id: 'ada' }, { id: 'bea' }, gone, { id: 'cy' }] } }]);
});
