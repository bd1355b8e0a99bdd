import { gapLine } from '@/lib/core/escalation/gap-words';
import { awaySentence } from '@/lib/core/oncall/away';
import { outSentence } from '@/lib/core/notification/silence';
import { pagedTwiceLine } from '@/lib/core/escalation/paged-twice';
import { unreachedSentence } from '@/lib/core/escalation/unreached';
import { clockChangeSentence } from '@/lib/core/oncall/clock-changes';
import { isRefusal } from '@/lib/core/refusal';
import { preflightInput, readGaps, readPreflight } from '@/lib/queries/preflight';
import { parseQuery } from '../query';
import { type Route } from '../route';
import { gapsSchema, preflightSchema } from '../paging-schemas';

const tag = 'Paging';

export const preflight: Route[] = [
  {
    method: 'GET',
    path: '/preflight',
    name: 'readPreflight',
    tag,
    summary: 'Who would be paged if a service went this severity at this moment',
    description: 'Computed by the rule that pages; nothing is sent. Without `at`: now.',
    query: preflightInput,
    answer: { status: 200, says: 'Whom each step would page, if nobody answered', schema: preflightSchema },
    run: async ({ query }) => {
      const parsed = parseQuery(preflightInput, query);
      if (isRefusal(parsed)) return parsed;
      const read = await readPreflight(parsed.input);
      return isRefusal(read) ? read : { status: 200, body: read };
    },
  },
  {
    method: 'GET',
    path: '/preflight/gaps',
    name: 'listGaps',
    tag,
    summary: 'Where paging would fail in the next four weeks',
    answer: {
      status: 200,
      says: 'Every gap, who is on call while away, who is paged in two steps, and the clock changes of the schedules that page',
      schema: gapsSchema,
    },
    run: async () => {
      const { from, to, gaps, unreached, twice, clockChanges, away, out } = await readGaps();
      const body = {
        from,
        to,
        out: out && { ...out, says: outSentence(out) },
        gaps: gaps.map((gap) => ({ ...gap, says: gapLine(gap) })),
        away: away.map((each) => ({ ...each, says: awaySentence(each) })),
        unreached: unreached.map((each) => ({ ...each, says: unreachedSentence(each) })),
        twice: twice.map((each) => ({ ...each, says: pagedTwiceLine(each) })),
        clockChanges: clockChanges.map((change) => ({ ...change, says: clockChangeSentence(change) })),
      };
      return { status: 200, body };
    },
  },
];
