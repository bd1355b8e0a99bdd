import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';

export const dissolveSubteam = defineAct({
  name: 'dissolve-subteam',
  input: z.object({ id: idSchema }),
  decide: (incident, { id }) => {
    const subteam = incident.subteams.find((each) => each.id === id);
    if (!subteam) return refuse('not-found', 'There is no such sub-team.');
    return [{ kind: 'subteam.dissolved', data: { id, name: subteam.name } }];
  },
});
