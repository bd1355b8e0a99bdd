import { z } from 'zod';
import { refuse } from '../../refusal';
import { withinSentence } from '../../text';
import { defineAct, selfOf } from '../act';

export const leave = defineAct({
  name: 'leave',
  input: z.object({}),
  peopleOnly: true,
  afterEnd: true,
  decide: (incident, _input, context) => {
    const { id } = context.actor;
    if (!incident.responders[id]) return [];
    const held = Object.values(incident.roles).find(({ holder }) => holder.id === id);
    if (held) return refuse('conflict', `You are ${withinSentence(held.role.name)}. Hand it over before you leave.`);
    const task = incident.tasks.find(
      (each) => each.assignee.id === id && each.state !== 'done' && each.state !== 'cancelled',
    );
    if (task) return refuse('conflict', `“${task.title}” is yours. Finish it or pass it on before you leave.`);
    const team = incident.subteams.find(({ lead }) => lead.id === id);
    if (team) return refuse('conflict', `You lead “${team.name}”. Give it another lead before you leave.`);
    return [{ kind: 'responder.left', data: { person: selfOf(context) } }];
  },
});
