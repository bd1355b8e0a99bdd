import { z } from 'zod';
import { largestCount } from '@/lib/core/count';
import { isRefusal } from '@/lib/core/refusal';
import { readFactsAfter } from '@/lib/queries/api-incident';
import { actRoute, noSuchIncident } from '../act-route';
import { listOf, parseQuery } from '../query';
import { type Route, numberIn } from '../route';
import { factSchema } from '../incident-schemas';

const tag = 'Timeline';

const factsQuery = z.object({
  after: z.coerce.number().int().min(0).max(largestCount).default(0).describe('Facts after this seq.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
  kind: listOf(z.string().max(60)).optional().describe('Only these kinds, separated by commas.'),
});

const readFacts: Route = {
  method: 'GET',
  path: '/incidents/{number}/facts',
  name: 'listFacts',
  tag,
  summary: 'The facts of an incident, in order',
  description: 'Ask again with `after` set to the answer’s `seq`: no fact is missed and none comes twice.',
  query: factsQuery,
  answer: {
    status: 200,
    says: 'A page of facts',
    schema: z.object({ facts: z.array(factSchema), seq: z.number().int(), more: z.boolean() }),
  },
  run: async (call) => {
    const number = numberIn(call);
    if (number === null) return noSuchIncident;
    const query = parseQuery(factsQuery, call.query);
    if (isRefusal(query)) return query;
    const { after, limit, kind } = query.input;
    const page = await readFactsAfter(call.actor, number, { after, limit, kinds: kind ?? [] });
    return page ? { status: 200, body: page } : noSuchIncident;
  },
};

export const facts: Route[] = [
  readFacts,
  actRoute({
    act: 'add-note',
    path: '/notes',
    name: 'addNote',
    tag,
    summary: 'Add a note, now or at its own earlier time',
    creates: true,
  }),
  actRoute({
    act: 'correct-note',
    path: '/notes/{seq}/correct',
    name: 'correctNote',
    tag,
    summary: 'Correct a note; its former words stay readable',
    fromPath: { seq: { field: 'seq', whole: true } },
  }),
  actRoute({
    act: 'pin-fact',
    path: '/facts/{seq}/pin',
    name: 'pinFact',
    tag,
    summary: 'Pin a fact, or unpin it',
    fromPath: { seq: { field: 'seq', whole: true } },
  }),
];
