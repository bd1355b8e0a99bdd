import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, idSchema } from '../act';

/** Calls nobody else. Saying it again changes nothing. */
export const withdrawPage = defineAct({
  name: 'withdraw-page',
  input: z.object({ id: idSchema }),
  decide: (incident, { id }) => {
    const page = incident.pages.find((each) => each.id === id);
    if (!page) return refuse('not-found', 'There is no such page.');
    return page.state === 'ended' ? [] : [{ kind: 'page.withdrawn', data: { id } }];
  },
});
