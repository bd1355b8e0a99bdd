import { type Instant, MINUTE, plus } from '../instant';
import { type Page, type PageFact, type PageFacts } from './page';

/** The page as it is after `fact`; null for a fact about a page that is not there. */
export function evolvePage(page: Page | null, fact: PageFact): Page | null {
  if (fact.kind === 'page.started') return started(fact.data, fact);
  if (!page) return null;
  switch (fact.kind) {
    case 'page.called':
      return called(page, fact.data, fact);
    case 'page.skipped':
      return { ...page, ...after(page, fact.data), nextAt: fact.at };
    case 'page.acknowledged':
      return {
        ...answered(page, fact.data.person.id, 'acknowledged'),
        state: 'acknowledged',
        nextAt: null,
        acknowledgedBy: fact.data.person,
        acknowledgedAt: fact.at,
        offeredOn: [],
        silentAt: page.silentMinutes === null ? null : plus(fact.at, page.silentMinutes * MINUTE),
      };
    case 'page.declined': {
      const declined = answered(page, fact.data.person.id, 'declined');
      return page.state === 'calling' && nobodyLeft(declined) ? { ...declined, nextAt: fact.at } : declined;
    }
    case 'page.excused':
      return excused(page, new Set(fact.data.people.map(({ id }) => id)), fact.at);
    case 'page.unanswered':
      return { ...page, state: 'unanswered', nextAt: null };
    case 'page.silent':
      return {
        ...page,
        state: 'calling',
        round: 0,
        step: 0,
        nextAt: fact.at,
        called: [],
        acknowledgedBy: null,
        acknowledgedAt: null,
        silentAt: null,
        offeredOn: [],
      };
    case 'page.offered-on':
      return { ...page, offeredOn: fact.data.to };
    case 'page.withdrawn':
      return endedPage(page);
    default:
      return fact satisfies never;
  }
}

/** Nobody is called by it any more. */
export function endedPage(page: Page): Page {
  return { ...page, state: 'ended', nextAt: null, silentAt: null, offeredOn: [] };
}

/** The acknowledger did something: they are awake, and nothing waits for them any more. */
export function heard(page: Page, personId: string): Page {
  return page.silentAt !== null && page.acknowledgedBy?.id === personId ? { ...page, silentAt: null } : page;
}

function started(data: PageFacts['page.started'], { actor, at }: PageFact): Page {
  return {
    ...data,
    by: actor,
    state: 'calling',
    startedAt: at,
    round: 0,
    step: 0,
    nextAt: at,
    called: [],
    acknowledgedBy: null,
    acknowledgedAt: null,
    silentAt: null,
    offeredOn: [],
  };
}

function called(page: Page, { round, step, people }: PageFacts['page.called'], { at }: PageFact): Page {
  const calls = people.map((person) => ({ person, round, step, at, answer: null }));
  const wait = page.steps[step]?.waitMinutes ?? 0;
  return {
    ...page,
    ...after(page, { round, step }),
    nextAt: plus(at, wait * MINUTE),
    called: [...page.called, ...calls],
  };
}

/** What comes after a step: the next one, or the first of the next round. */
function after(page: Page, { round, step }: { round: number; step: number }): { round: number; step: number } {
  return step + 1 < page.steps.length ? { round, step: step + 1 } : { round: round + 1, step: 0 };
}

function answered(page: Page, personId: string, answer: 'acknowledged' | 'declined'): Page {
  return { ...page, called: page.called.map((call) => (call.person.id === personId ? { ...call, answer } : call)) };
}

/** Nobody waits for these any more: neither for their answer, nor for a word of theirs since they acknowledged. */
function excused(page: Page, ids: ReadonlySet<string>, at: Instant): Page {
  const called = page.called.map((call) =>
    call.answer === null && ids.has(call.person.id) ? { ...call, answer: 'excused' as const } : call,
  );
  const after = { ...page, called };
  if (page.state === 'calling') return nobodyLeft(after) ? { ...after, nextAt: at } : after;
  return page.silentAt !== null && ids.has(page.acknowledgedBy?.id ?? '') ? { ...after, silentAt: at } : after;
}

/** Whether everybody of the step called last has said that they cannot, or may not. */
function nobodyLeft({ called }: Page): boolean {
  const last = called.at(-1);
  if (!last) return false;
  return called
    .filter(({ round, step }) => round === last.round && step === last.step)
    .every(({ answer }) => answer === 'declined' || answer === 'excused');
}
