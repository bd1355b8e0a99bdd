import { type Paging } from '@/lib/core/incident/paging';

/** A page that nobody has acknowledged yet, in as few words as a row has room for. */
export function pagingWords({ state, people }: Paging): string {
  if (state === 'unanswered') return 'page unanswered';
  const [first] = people;
  if (!first) return 'paging';
  return people.length === 1 ? `paging ${first.name}` : `paging ${first.name} +${people.length - 1}`;
}
