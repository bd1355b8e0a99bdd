import { firePulse } from '@/lib/commands/fire-pulse';
import { fireIncidentTimer, type Outcome } from '@/lib/commands/fire-timer';
import { sendSyntheticPage } from '@/lib/commands/send-synthetic-page';

/** Fires the timer named `key` of what `id` names within its kind of stream. */
type Firer = (id: string, key: string) => Promise<Outcome>;

const firers: Record<string, Firer> = {
  incident: (id, key) => fireIncidentTimer(Number(id), key),
  pulse: (_id, key) => firePulse(key),
  synthetic: (_id, key) => sendSyntheticPage(key),
};

/** @throws for a stream that this version does not know: a newer node may. */
export function fireTimer({ key, stream }: { key: string; stream: string }): Promise<Outcome> {
  const colon = stream.indexOf(':');
  const firer = firers[stream.slice(0, colon)];
  if (!firer) throw new Error(`Nobody here fires timers of ${stream}.`);
  return firer(stream.slice(colon + 1), key);
}
