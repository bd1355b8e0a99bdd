import { z } from 'zod';
import { type NewIncidentFact } from '../../facts';
import { refuse } from '../../refusal';
import { defineAct, optionalReason } from '../act';
import { plainNoChanges } from '../cadence';
import { estimateSchema, updatePosted } from './post-update';

export const confirmNoChange = defineAct({
  name: 'confirm-no-change',
  input: z.object({
    estimate: estimateSchema,
    hypothesis: optionalReason,
    askForHelp: z.boolean().default(false),
    seen: z.number().int().min(0).optional(),
  }),
  peopleOnly: true,
  decide: (incident, { estimate, hypothesis, askForHelp, seen }, context) => {
    const { update } = incident;
    if (!update) return refuse('illegal-move', 'There is no update yet to confirm. Write the first one.');
    if (seen !== undefined && seen !== update.seq) {
      return refuse('changed-meanwhile', `${update.by.name} posted an update a moment ago. Read it first.`);
    }
    if (incident.cadence.noChangeRun >= plainNoChanges && !hypothesis && !askForHelp) {
      const message = 'Third “no change” in a row: write a new hypothesis, or ask for help.';
      return refuse('needs-reason', message, { hypothesis: message });
    }
    const reason = `No change for ${incident.cadence.noChangeRun + 1} updates.`;
    const help: NewIncidentFact[] = askForHelp ? [{ kind: 'help.asked', data: { reason } }] : [];
    return [updatePosted(incident, { ...update, estimate }, context, { noChange: true, hypothesis }), ...help];
  },
});
