import { describe, expect, it } from 'vitest';
import { type Furnishing, isReady, preparationsOf } from './readiness';

const bare: Furnishing = {
  people: 1,
  invited: 0,
  teams: 0,
  led: 0,
  services: 0,
  owned: 0,
  policyVersion: 1,
  declared: false,
};
const ready: Furnishing = { ...bare, people: 2, teams: 1, led: 1, services: 1, owned: 1 };

const doneIn = (there: Partial<Furnishing>) =>
  preparationsOf({ ...bare, ...there }).flatMap(({ name, done }) => (done ? [name] : []));

describe('what is prepared', () => {
  it.each<[string, Partial<Furnishing>, string[]]>([
    ['nothing, while the first administrator is alone', {}, []],
    ['people, by an invitation that is open', { invited: 1 }, ['people']],
    ['people, by somebody who came', { people: 2 }, ['people']],
    ['no team without a lead', { teams: 2, led: 0 }, []],
    ['a team that is led', { teams: 2, led: 1 }, ['teams']],
    ['no service that nobody owns', { services: 3, owned: 0 }, []],
    ['a service with an owner', { services: 3, owned: 1 }, ['services']],
    ['a policy of one’s own', { policyVersion: 2 }, ['policy']],
    ['a first incident, which may be a drill', { declared: true }, ['drill']],
  ])('%s', (_says, there, done) => {
    expect(doneIn(there)).toEqual(done);
  });
});

describe('ready', () => {
  it('is an installation with people, a team that is led and a service that is owned, and nothing more is asked', () => {
    expect(isReady(ready)).toBe(true);
    expect(isReady(bare)).toBe(false);
  });

  it.each<Partial<Furnishing>>([{ people: 1 }, { led: 0 }, { owned: 0 }])('is none in which %j', (lack) => {
    expect(isReady({ ...ready, ...lack })).toBe(false);
  });
});
