import { z } from 'zod';
import { defineAct, sentence } from '../act';

export const askForHelp = defineAct({
  name: 'ask-for-help',
  input: z.object({ reason: sentence(1_000) }),
  decide: (_incident, { reason }) => [{ kind: 'help.asked', data: { reason } }],
});
