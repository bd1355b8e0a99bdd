import { z } from 'zod';
import { answerSwap } from '@/lib/commands/answer-swap';
import { importHolidays } from '@/lib/commands/import-holidays';
import { offerSwap } from '@/lib/commands/offer-swap';
import { withdrawSwap } from '@/lib/commands/withdraw-swap';
import { HOUR } from '@/lib/core/instant';
import { fairnessSpans } from '@/lib/core/oncall/fairness';
import { swapInput } from '@/lib/core/oncall/swap';
import { parse } from '@/lib/core/parse';
import { isRefusal, refuse } from '@/lib/core/refusal';
import { idsOfPeople } from '@/lib/queries/api-names';
import { readFairness } from '@/lib/queries/fairness';
import { resolve } from '../act-route';
import { jsonSchemaOf, withFields } from '../json-schema';
import { parseQuery } from '../query';
import { type Call, type Route } from '../route';
import { fairnessSchema } from '../schedule-schemas';
import { named } from '../schema-parts';

const tag = 'On call';
const none = refuse('not-found', 'There is no such schedule.');
const idOf = ({ params }: Pick<Call, 'params'>) => params.schedule ?? '';
const swapOf = ({ params }: Pick<Call, 'params'>) => params.swap ?? '';

const fairnessQuery = z.object({
  span: z.enum(fairnessSpans).default('quarter').describe('28, 91 or 365 days.'),
  way: z.enum(['past', 'ahead']).default('past').describe('Back from now, or ahead of it.'),
});

const fairness: Route = {
  method: 'GET',
  path: '/schedules/{schedule}/fairness',
  name: 'readFairness',
  tag,
  summary: 'How the hours of a schedule are spread: nights, weekends, holidays',
  description:
    'By the clocks of the schedule’s zone: night is 22:00–07:00, the weekend Saturday and Sunday. An hour may be of several kinds.',
  query: fairnessQuery,
  answer: { status: 200, says: 'The most burdened first', schema: fairnessSchema },
  run: async (call) => {
    const query = parseQuery(fairnessQuery, call.query);
    if (isRefusal(query)) return query;
    const { span, way } = query.input;
    const found = await readFairness(idOf(call), span, way === 'ahead');
    if (!found) return none;
    const { from, to, gapMs, burdens } = found.fairness;
    const people = burdens.map(({ person, onCallMs, nightMs, weekendMs, holidayMs, shifts }) => ({
      person,
      hours: onCallMs / HOUR,
      nightHours: nightMs / HOUR,
      weekendHours: weekendMs / HOUR,
      holidayHours: holidayMs / HOUR,
      shifts,
    }));
    return { status: 200, body: { from, to, gapHours: gapMs / HOUR, people } };
  },
};

const holidaysInput = z.object({
  calendar: z
    .string()
    .nullable()
    .describe('An iCalendar document (RFC 5545), in place of what was imported before; null takes all away.'),
});

const holidays: Route = {
  method: 'POST',
  path: '/schedules/{schedule}/holidays',
  name: 'importHolidays',
  tag,
  summary: 'Import the holidays of a schedule (administrators)',
  body: jsonSchemaOf(holidaysInput, 'input'),
  answer: { status: 200, says: 'Imported', schema: z.object({ count: z.number().int(), name: z.string() }) },
  run: async ({ actor, params, body }) => {
    const parsed = parse(holidaysInput, body);
    if (isRefusal(parsed)) return parsed;
    const { calendar } = parsed.input;
    const file = calendar === null ? null : new TextEncoder().encode(calendar);
    const taken = await importHolidays({ actor }, idOf({ params }), file);
    return isRefusal(taken) ? taken : { status: 200, body: taken };
  },
};

const offer: Route = {
  method: 'POST',
  path: '/schedules/{schedule}/swaps',
  name: 'offerSwap',
  tag,
  summary: 'Offer a shift of one’s own to a person or to anyone of the rota',
  description: 'People only. It stays yours until somebody accepts, and the offer lapses when a shift of it begins.',
  body: withFields(jsonSchemaOf(swapInput, 'input'), {
    to: { type: 'string', description: 'A person’s id or e-mail address; empty for anyone of the rota.' },
    back: {
      type: ['object', 'null'],
      properties: { from: { type: 'string', format: 'date-time' }, to: { type: 'string', format: 'date-time' } },
      required: ['from', 'to'],
      description: 'The shift of theirs that is wanted in return.',
    },
  }),
  answer: { status: 201, says: 'Offered', schema: z.object({ id: z.string(), name: z.string() }) },
  run: async (call) => {
    const { actor, requestKey, body } = call;
    const draft = {
      ...body,
      ...(typeof body.to === 'string' && body.to !== '' && { to: await resolve(body.to, idsOfPeople) }),
    };
    const made = await offerSwap({ actor, requestKey }, idOf(call), draft);
    return isRefusal(made) ? made : { status: 201, body: made };
  },
};

const answerInput = z.object({ take: z.boolean().describe('True accepts, false declines.') });

const answer: Route = {
  method: 'POST',
  path: '/schedules/{schedule}/swaps/{swap}/answer',
  name: 'answerSwap',
  tag,
  summary: 'Accept or decline a shift that is offered',
  description: 'Accepting puts each on call for the other at once. The first acceptance counts.',
  body: jsonSchemaOf(answerInput, 'input'),
  answer: { status: 200, says: 'Answered; the name is that of whoever offered it', schema: named },
  run: async (call) => {
    const parsed = parse(answerInput, call.body);
    if (isRefusal(parsed)) return parsed;
    const { actor, requestKey } = call;
    const answered = await answerSwap({ actor, requestKey }, idOf(call), { id: swapOf(call), ...parsed.input });
    return isRefusal(answered) ? answered : { status: 200, body: answered };
  },
};

const withdraw: Route = {
  method: 'DELETE',
  path: '/schedules/{schedule}/swaps/{swap}',
  name: 'withdrawSwap',
  tag,
  summary: 'Withdraw one’s own offer',
  answer: { status: 200, says: 'Withdrawn', schema: z.object({ id: z.string() }) },
  run: async (call) => {
    const gone = await withdrawSwap({ actor: call.actor }, idOf(call), swapOf(call));
    return isRefusal(gone) ? gone : { status: 200, body: gone };
  },
};

export const rota: Route[] = [fairness, holidays, offer, answer, withdraw];
