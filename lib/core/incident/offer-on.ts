// Whoever acknowledged a page by their shift should not hold it when the shift is over: it is offered to who is on call then.
import { type Resolve } from '../escalation/advance';
import { type NewIncidentFact } from '../facts';
import { type Instant } from '../instant';
import { type Incident } from './incident';
import { isOpen } from './phases';

/** The pages that are offered on now, each once. `at` tells whom a target stood for at a moment. */
export function decideOfferOn(
  incident: Pick<Incident, 'phase' | 'pages'>,
  at: (moment: Instant) => Resolve,
  now: Instant,
): NewIncidentFact[] {
  if (!isOpen(incident.phase)) return [];
  return incident.pages.flatMap(
    ({ id, state, steps, acknowledgedBy, acknowledgedAt, offeredOn }): NewIncidentFact[] => {
      if (state !== 'acknowledged' || !acknowledgedBy || acknowledgedAt === null || offeredOn.length > 0) return [];
      const holder = acknowledgedBy;
      const schedules = steps.flatMap(({ targets }) => targets).filter(({ kind }) => kind === 'schedule');
      const stoodFor = (moment: Instant) =>
        schedules.filter((target) => at(moment)(target).some((person) => person.id === holder.id));
      const [before, still] = [stoodFor(acknowledgedAt), stoodFor(now)];
      if (before.length === 0 || still.length > 0) return [];
      const next = new Map(before.flatMap((target) => at(now)(target)).map((person) => [person.id, person]));
      return next.size === 0 ? [] : [{ kind: 'page.offered-on', data: { id, from: holder, to: [...next.values()] } }];
    },
  );
}
