'use server';

import { redirect } from 'next/navigation';
import { currentActor, requireActor } from '@/lib/auth/actor';
import { declareIncident } from '@/lib/commands/declare-incident';
import { formText } from '@/lib/core/form-text';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { instantOfWall } from '@/lib/core/wall-time';
import { readServiceChoices } from '@/lib/queries/services';
import { findSimilar } from '@/lib/queries/similar-incidents';
import { readPeopleChoices } from '@/lib/queries/teams';

/** Declares what the form says; the same `requestKey` declares once. */
export async function declare(form: FormData): Promise<{ number: number } | Refusal> {
  const actor = await currentActor();
  if (!actor) return refuse('not-signed-in', 'You are signed out. Sign in in another tab, then declare again.');
  const wall = formText(form, 'startedAt');
  const startedAt = wall ? instantOfWall(wall, formText(form, 'zone')) : null;
  if (wall && !startedAt) {
    const message = 'This is no date and time.';
    return refuse('invalid', message, { startedAt: message });
  }
  const done = await declareIncident(
    { actor, requestKey: formText(form, 'requestKey').slice(0, 100) || undefined },
    {
      title: formText(form, 'title'),
      severity: formText(form, 'severity'),
      services: form.getAll('services').map(String),
      summary: formText(form, 'summary') || null,
      private: form.get('private') !== null,
      visibleTo: form.getAll('visibleTo').map(String),
      startedAt,
    },
  );
  return isRefusal(done) ? done : { number: done.number };
}

/** The same for a browser without scripts: goes to the room, or back to the form with what was typed. */
export async function declareAndGo(_: Returned | null, form: FormData): Promise<Returned> {
  const done = await declare(form);
  if (!isRefusal(done)) redirect(`/incidents/${done.number}`);
  return { refusal: done, title: formText(form, 'title'), summary: formText(form, 'summary') };
}

export interface Returned {
  refusal: Refusal;
  title: string;
  summary: string;
}

/** Open incidents that a draft may be a double of. */
export async function findDoubles(title: string, services: string[]) {
  const actor = await currentActor();
  if (!actor) return [];
  return findSimilar(actor, { title: String(title).slice(0, 200), services: services.slice(0, 50).map(String) });
}

/** The services and people to choose from. */
export async function loadDeclareChoices() {
  await requireActor();
  const [services, people] = await Promise.all([readServiceChoices(), readPeopleChoices()]);
  return { services, people };
}
