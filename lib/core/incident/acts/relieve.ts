import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema, selfOf, sentence } from '../act';
import { commanderKey } from '../incident';

/** Taking a role from somebody who is gone: a commander flagged as away, or any holder by an administrator. */
export const relieve = defineAct({
  name: 'relieve',
  input: z.object({ role: idSchema, from: idSchema, reason: sentence(1_000) }),
  peopleOnly: true,
  decide: (incident, input, context) => {
    const held = incident.roles[input.role];
    if (!held) return refuse('changed-meanwhile', 'Nobody holds this role any more. Take it.');
    if (held.holder.id !== input.from) return refuse('changed-meanwhile', `${held.holder.name} holds it by now.`);
    if (held.holder.id === context.actor.id) return refuse('conflict', 'You hold this role yourself.');
    const away = input.role === commanderKey && incident.commanderAwaySince !== null;
    if (!away && context.actor.role !== 'administrator') {
      return refuse('not-allowed', `${held.holder.name} is here. Ask for a handover.`);
    }
    const data = { role: held.role, from: held.holder, to: selfOf(context), reason: input.reason };
    return [{ kind: 'role.relieved', data }];
  },
});
