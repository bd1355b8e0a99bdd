import { z } from 'zod';
import { MINUTE, plus } from '../../instant';
import { isRefusal, refuse } from '../../refusal';
import { assignable, defineAct, idSchema, sentence } from '../act';

/** Minutes until an offer that nobody answered lapses. */
const handoverMinutes = 10;

/** The first phase: the giver keeps the role until the other accepts. A new offer replaces one still open. */
export const offerHandover = defineAct({
  name: 'offer-handover',
  input: z.object({ role: idSchema, to: idSchema, brief: sentence(20_000) }),
  peopleOnly: true,
  mentions: ({ to }) => ({ people: [to] }),
  decide: (incident, input, context) => {
    const held = incident.roles[input.role];
    if (!held) return refuse('conflict', 'Nobody holds this role, so there is nothing to hand over.');
    if (held.holder.id !== context.actor.id)
      return refuse('not-allowed', `Only ${held.holder.name} can hand this role over.`);
    const to = assignable(incident, input.to, context);
    if (isRefusal(to)) return to;
    if (to.id === held.holder.id) return refuse('conflict', 'You hold it already.');
    const open = incident.handovers[input.role];
    const data = {
      id: context.id,
      role: held.role,
      from: held.holder,
      to,
      brief: input.brief,
      expiresAt: plus(context.now, handoverMinutes * MINUTE),
    };
    const { id, role, from, to: former } = open ?? data;
    return [
      ...(open ? [{ kind: 'handover.withdrawn' as const, data: { id, role, from, to: former } }] : []),
      { kind: 'handover.offered' as const, data },
    ];
  },
});
