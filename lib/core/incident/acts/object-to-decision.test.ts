import { expect, test } from 'vitest';
import { kindsOf, Story } from '../sample';

test('an objection is heard once from everyone but the proposer, who may withdraw', () => {
  const story = new Story();
  story.act('bea', 'propose-decision', { text: 'Roll back.' });
  const id = story.incident.decisions[0]?.id ?? '';
  const object = (who: string) => kindsOf(story.act(who, 'object-to-decision', { id, reason: 'It drops orders.' }));
  expect(object('bea')).toEqual(['refused: conflict']);
  expect(object('cy')).toEqual(['decision.objected']);
  expect(object('cy')).toEqual(['refused: conflict']);
  expect(kindsOf(story.act('bea', 'withdraw-decision', { id }))).toEqual(['decision.withdrawn']);
  expect(object('di')).toEqual(['refused: changed-meanwhile']);
});
