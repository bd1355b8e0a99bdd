import { z } from 'zod';
import { refuse } from '../../refusal';
import { defineAct, instantSchema, sentence } from '../act';
import { outOfPlace } from './add-note';

/** The newer words or time stand; the former stay readable beneath them. `former` is what its author saw. */
export const correctNote = defineAct({
  name: 'correct-note',
  input: z.object({
    seq: z.number().int().min(1),
    text: sentence(10_000),
    at: instantSchema,
    former: z.object({ text: z.string(), at: instantSchema }),
  }),
  afterEnd: true,
  mentions: ({ seq }) => ({ facts: [seq] }),
  decide: (incident, { seq, text, at, former }, { facts, now }) => {
    const note = facts.get(seq);
    if (!note || note.kind !== 'note.added')
      return refuse('not-found', 'Only notes can be corrected. Add a note beside it instead.');
    const late = outOfPlace(at, now, incident.startedAt);
    if (late) return refuse('invalid', late, { at: late });
    if (text === former.text && at === former.at) return [];
    return [{ kind: 'note.corrected', data: { seq, text, at, former } }];
  },
});
