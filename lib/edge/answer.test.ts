import { expect, test } from 'vitest';
import { loggedPath } from './answer';

test.each([
  ['/incidents/42?u=1', '/incidents/42'],
  ['/recovery/gdOdOIUw41aJ', '/recovery/(hidden)'],
  ['/set-up/gdOdOIUw41aJ/more?x', '/set-up/(hidden)'],
  ['/invitation/gdOdOIUw41aJ', '/invitation/(hidden)'],
  ['/calendars/gdOdOIUw41aJ.ics', '/calendars/(hidden)'],
  ['/people/invite', '/people/invite'],
])('%s is logged as %s', (url, logged) => {
  expect(loggedPath({ url })).toBe(logged);
});
