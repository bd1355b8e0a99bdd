import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema, optionalReason, selfOf } from '../act';

/**
 * A person takes a page, whoever was called, or says that they cannot, if they were. Of racing acknowledgements the first counts;
 * saying again what one said already changes nothing. Whom it is offered on to take it over from who acknowledged it.
 */
export const answerPage = defineAct({
  name: 'answer-page',
  input: z.object({ id: idSchema, take: z.boolean(), reason: optionalReason }),
  peopleOnly: true,
  decide: (incident, { id, take, reason }, context) => {
    const page = incident.pages.find((each) => each.id === id);
    if (!page) return refuse('not-found', 'There is no such page.');
    const person = selfOf(context);
    const via = context.via ?? 'app';
    const { acknowledgedBy } = page;
    if (acknowledgedBy?.id === person.id && take) return [];
    const relieves = take && page.offeredOn.some(({ id: to }) => to === person.id) ? acknowledgedBy : null;
    if (acknowledgedBy && !relieves)
      return refuse('changed-meanwhile', `${acknowledgedBy.name} acknowledged this page already.`);
    if (page.state === 'ended') return refuse('changed-meanwhile', 'This page has ended: nobody is called any more.');
    if (!take) {
      const call = page.called.findLast((called) => called.person.id === person.id);
      if (!call) return refuse('not-allowed', 'You were not paged.');
      return call.answer === 'declined' ? [] : [{ kind: 'page.declined', data: { id, person, via, reason } }];
    }
    const joins = incident.responders[person.id] ? [] : [{ kind: 'responder.joined', data: { person } } as const];
    return [...joins, { kind: 'page.acknowledged', data: { id, person, via, ...(relieves && { relieves }) } }];
  },
});
