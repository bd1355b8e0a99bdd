import { type Instant, MINUTE, plus } from '@/lib/core/instant';
import { idOf, people, type Who } from './company/people';

/** Ids that earlier steps made, by the names that the story gave them. */
export type Refs = Record<string, string>;

/** A step's draft with its stand-ins filled; null when it speaks of something that was never made. */
export function resolveDraft(draft: unknown, refs: Refs, now: Instant): { draft: unknown } | null {
  let missing = false;
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
    }
    if (typeof value !== 'string') return value;
    const moment = /^([+-]\d+)m$/.exec(value);
    if (moment) return plus(now, Number(moment[1]) * MINUTE);
    const name = value.slice(1);
    if (value.startsWith('@') && name in people) return idOf(name as Who);
    if (!/^\$\w+$/.test(value)) return value;
    missing ||= !(name in refs);
    return refs[name];
  };
  const filled = fill(draft);
  return missing ? null : { draft: filled };
}
