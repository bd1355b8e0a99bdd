import { type ActDraft } from '@/lib/core/incident/acts';
import { type Incident } from '@/lib/core/incident/incident';
import { type Instant, MINUTE, SECOND, plus } from '@/lib/core/instant';
import { type Who, everyone, idOf } from './company/people';
import { type Story } from './story';

const wakesAfterMs = 80 * SECOND;
const saysSoAfterMs = MINUTE;

/** What a sample person who was paged does, and when. */
export type PagedAct = { at: Instant; who: Who } & (
  { act: 'answer-page'; draft: ActDraft<'answer-page'> } | { act: 'add-note'; draft: ActDraft<'add-note'> }
);

/** Everybody who does something in a story. */
export function crewOf({ declaredBy, steps }: Story): ReadonlySet<Who> {
  return new Set([declaredBy, ...steps.map(({ who }) => who)]);
}

/**
 * What the people whom the pages of an incident call do next: one acknowledges, of the story's own crew if one of them was
 * called, and says that they are at it, so that nobody takes them for asleep.
 */
export function nextPagedAct({ pages }: Incident, crew: ReadonlySet<Who>): PagedAct | null {
  const acts = pages.flatMap(({ id, state, called, acknowledgedBy, acknowledgedAt, silentAt }): PagedAct[] => {
    if (state === 'calling') {
      const waiting = called.flatMap(({ person, answer, at }) => {
        const who = answer === null ? whoIs(person.id) : undefined;
        return who ? [{ who, at }] : [];
      });
      const call = waiting.find(({ who }) => crew.has(who)) ?? waiting[0];
      return call
        ? [{ at: plus(call.at, wakesAfterMs), who: call.who, act: 'answer-page', draft: { id, take: true } }]
        : [];
    }
    const who = acknowledgedBy ? whoIs(acknowledgedBy.id) : undefined;
    if (state !== 'acknowledged' || silentAt === null || !acknowledgedAt || !who) return [];
    const text = 'I have the page and am looking.';
    return [{ at: plus(acknowledgedAt, saysSoAfterMs), who, act: 'add-note', draft: { text } }];
  });
  return acts.reduce<PagedAct | null>((first, each) => (first && first.at <= each.at ? first : each), null);
}

function whoIs(id: string): Who | undefined {
  return everyone.find((who) => idOf(who) === id);
}
