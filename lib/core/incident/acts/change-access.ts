import { z } from 'zod';
import { maySee } from '../../access/may';
import { decideExcused, waitedFor } from '../../escalation/excuse';
import { refuse } from '../../refusal';
import { withinSentence } from '../../text';
import { defineAct, idSchema } from '../act';
import { atWork, blindAtWork } from '../at-work';
import { type Incident } from '../incident';
import { isOpen } from '../phases';

/**
 * Who a private incident is visible to. While it is open nobody who holds a role or work in it can be put out, and no page
 * waits any more for whoever is; administrators see it named or not. `from` is who its author saw named: another list by now
 * means somebody was quicker.
 */
export const changeAccess = defineAct({
  name: 'change-access',
  input: z.object({
    private: z.boolean(),
    visibleTo: z.array(idSchema).max(200).default([]),
    from: z.object({ private: z.boolean(), visibleTo: z.array(idSchema).max(200) }).optional(),
  }),
  afterEnd: true,
  mentions: ({ visibleTo }, incident) => {
    const concerned = [...atWork(incident).map(({ person }) => person), ...incident.pages.flatMap(waitedFor)];
    return { people: [...visibleTo, ...concerned.map(({ id }) => id)] };
  },
  decide: (incident, input, { people, actor }) => {
    if (input.from && !isAccess(incident, input.from)) {
      return refuse('changed-meanwhile', 'Somebody changed who sees it meanwhile. Look at who does now, then save.');
    }
    if (!input.private) {
      return incident.private ? [{ kind: 'access.changed', data: { private: false, visibleTo: [] } }] : [];
    }
    const ids = [...new Set(input.visibleTo)];
    const former = new Set(incident.visibleTo.map(({ id }) => id));
    // Whoever was deactivated since they were named may stay named: screens do not offer them to be taken out.
    if (ids.some((id) => !former.has(id) && !people.get(id)?.active)) {
      const message = 'One of these people does not exist.';
      return refuse('not-found', message, { visibleTo: message });
    }
    const visibleTo = ids.flatMap((id) => people.get(id) ?? []).map(({ id, name }) => ({ id, name }));
    const [out] = blindAtWork({ ...incident, private: true, visibleTo }, people);
    if (out?.role) {
      return refuse(
        'conflict',
        `${out.person.name} is ${withinSentence(out.role)}. Hand the role over first, or name them.`,
      );
    }
    if (out) {
      return refuse(
        'conflict',
        `${out.person.name} has work here: a task, an offer or a sub-team. Pass it on first, or name them.`,
      );
    }
    if (actor.kind === 'person' && !maySee(actor, { private: true, visibleTo })) {
      return refuse('conflict', 'You would shut yourself out. Name yourself too.');
    }
    const mayAnswer = (id: string) => {
      const person = people.get(id);
      return person !== undefined && maySee({ kind: 'person', id, role: person.role }, { private: true, visibleTo });
    };
    const excused = isOpen(incident.phase) ? incident.pages.flatMap((page) => decideExcused(page, mayAnswer)) : [];
    return [{ kind: 'access.changed', data: { private: true, visibleTo } }, ...excused];
  },
});

/** Whether this is who sees the incident; of an open one nobody is named. */
function isAccess(incident: Incident, from: { private: boolean; visibleTo: readonly string[] }): boolean {
  const now = new Set(incident.visibleTo.map(({ id }) => id));
  return (
    incident.private === from.private && now.size === from.visibleTo.length && from.visibleTo.every((id) => now.has(id))
  );
}
