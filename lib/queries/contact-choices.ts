import { type Contact, contactKinds } from '@/lib/core/catalog/contact';
import { readTargetChoices } from './escalation-policies';

/** Everybody and everything that may be a service's contact: schedules, teams, and people who may act. */
export async function readContactChoices(): Promise<Pick<Contact, 'kind' | 'id' | 'name'>[]> {
  const targets = await readTargetChoices();
  return targets.flatMap(({ kind, ...named }) => {
    const known = contactKinds.find((each) => each === kind);
    return known ? [{ kind: known, ...named }] : [];
  });
}
