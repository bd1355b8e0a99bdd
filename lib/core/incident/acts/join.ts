import { z } from 'zod';
import { defineAct, selfOf } from '../act';

export const join = defineAct({
  name: 'join',
  input: z.object({}),
  peopleOnly: true,
  decide: (incident, _input, context) =>
    incident.responders[context.actor.id] ? [] : [{ kind: 'responder.joined', data: { person: selfOf(context) } }],
});
