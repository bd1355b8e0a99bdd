'use server';

import { currentActor } from '@/lib/auth/actor';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { type Done } from '@/lib/commands/caller';
import { mergeIncident } from '@/lib/commands/merge-incident';
import { isActName } from '@/lib/core/incident/acts';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { readOpenIncidents } from '@/lib/queries/board';
import { readTold, type ToldOf } from '@/lib/queries/deliveries';

const signedOut = refuse('not-signed-in', 'You are signed out. Sign in again: what you wrote is kept.');

/** Does the act called `name`. The same `requestKey` again is answered with the same answer. */
export async function act(number: number, name: string, draft: unknown, requestKey: string): Promise<Done | Refusal> {
  const actor = await currentActor();
  if (!actor) return signedOut;
  if (!isActName(name)) return refuse('not-found', 'There is no such act.');
  return actOnIncident({ actor, requestKey }, number, name, draft);
}

/** Ends this incident as a duplicate of another. */
export async function merge(number: number, draft: unknown, requestKey: string): Promise<Done | Refusal> {
  const actor = await currentActor();
  return actor ? mergeIncident({ actor, requestKey }, number, draft) : signedOut;
}

/** How the people of this incident were told, of one fact or by one page. */
export async function loadTold(number: unknown, of: unknown): Promise<ToldOf[]> {
  const actor = await currentActor();
  return actor ? readTold(actor, { number, of }) : [];
}

/** The other open incidents that this one may be a duplicate of. */
export async function findOthers(number: number): Promise<{ number: number; title: string }[]> {
  const actor = await currentActor();
  if (!actor) return [];
  const others = (await readOpenIncidents(actor)).filter((other) => other.number !== number);
  return others.map(({ number, title }) => ({ number, title }));
}
