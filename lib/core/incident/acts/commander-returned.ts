import { z } from 'zod';
import { defineAct } from '../act';
import { commanderOf } from '../incident';

/** A commander flagged as away shows up in the room again. */
export const commanderReturned = defineAct({
  name: 'commander-returned',
  input: z.object({}),
  peopleOnly: true,
  decide: (incident, _input, { actor }) => {
    const person = commanderOf(incident);
    if (!person || person.id !== actor.id || incident.commanderAwaySince === null) return [];
    return [{ kind: 'commander.returned', data: { person } }];
  },
});
