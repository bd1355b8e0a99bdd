import { z } from 'zod';
import { refuse } from '../../refusal';
import { severitySchema } from '../../severity/policy';
import { isRaise } from '../../severity/severity';
import { defineAct, optionalReason } from '../act';

/** Raising is one act; lowering needs a reason; saying the same again settles an unsure one. */
export const changeSeverity = defineAct({
  name: 'change-severity',
  input: z.object({ to: severitySchema, from: severitySchema.optional(), reason: optionalReason }),
  decide: (incident, { to, from, reason }) => {
    const { severity, severityUnsure } = incident;
    if (from && from !== severity) return refuse('changed-meanwhile', `Somebody set it to ${severity} meanwhile.`);
    if (to === severity && !severityUnsure) return refuse('illegal-move', `It is ${severity} already.`);
    if (to !== severity && !isRaise(severity, to) && !severityUnsure && !reason) {
      return refuse('needs-reason', 'Say why: lowering the severity needs a reason.', {
        reason: 'Say why it is less bad.',
      });
    }
    return [{ kind: 'severity.changed', data: { from: severity, to, wasUnsure: severityUnsure, reason } }];
  },
});
