import { z } from 'zod';
import { refuse } from '../../refusal';
import { countSchema, defineAct, instantSchema, sentence } from '../act';
import { outOfPlace } from './add-note';

/** The newer words or time stand; the former stay readable beneath them. `former` is what its author saw: another one by now means somebody was quicker. */
export const correctNote = defineAct({
  name: 'correct-note',
  input: z.object({
    seq: countSchema,
    text: sentence(10_000),
    at: instantSchema,
    former: z.object({ text: z.string().max(10_000), at: instantSchema }),
  }),
  afterEnd: true,
  mentions: ({ seq }) => ({ facts: [seq] }),
  decide: (incident, { seq, text, at, former }, { facts, now }) => {
    const note = facts.get(seq);
    if (!note || note.kind !== 'note.added')
      return refuse('not-found', 'Only events that somebody wrote can be corrected. Add one beside it instead.');
    const late = outOfPlace(at, now, incident.startedAt);
    if (late) return refuse('invalid', late, { at: late });
    const last = [...facts.values()].findLast((fact) => fact.kind === 'note.corrected' && fact.data.seq === seq);
    const standing = last?.kind === 'note.corrected' ? last.data : { text: note.data.text, at: note.at };
    if (former.text !== standing.text || former.at !== standing.at) {
      return refuse('changed-meanwhile', 'Somebody corrected it meanwhile. Read theirs first.');
    }
    if (text === former.text && at === former.at) return [];
    return [{ kind: 'note.corrected', data: { seq, text, at, former } }];
  },
});
