import { z } from 'zod';
import { isRefusal, refuse } from '../../refusal';
import { defineAct, idSchema, sentence } from '../act';
import { vendorCaseOf } from './vendor-case-of';

/** Waits for a vendor no longer, and says why. Saying it again changes nothing. */
export const giveUpVendor = defineAct({
  name: 'give-up-vendor',
  input: z.object({ vendor: idSchema, reason: sentence(1_000) }),
  decide: (incident, { vendor: id, reason }) => {
    const found = vendorCaseOf(incident, id);
    if (isRefusal(found)) return found;
    const { vendor, state } = found;
    if (state === 'given-up') return [];
    if (state === 'answered') {
      return refuse('illegal-move', `${vendor.name} has answered: nothing is waited for.`);
    }
    return [{ kind: 'vendor.given-up', data: { vendor, reason } }];
  },
});
