// A page's moment has come: whom it calls now. The same rule pages at night and shows beforehand who would be.
import { type PersonRef } from '../access/actor';
import { type Instant, between } from '../instant';
import { type VendorRef } from '../vendor/vendor-case';
import { evolvePage } from './evolve-page';
import { type Target, usualEnding } from './escalation-policy';
import { type NewPageFact, type Page } from './page';

/** Firing up to this many milliseconds after its moment is in time. */
const punctualMs = 2_000;

/**
 * The people that a target stands for at this moment who can be called: active, and able to see the incident. A vendor stands for
 * itself where it can be written to.
 */
export type Resolve = (target: Target) => readonly PersonRef[];

/** The facts of a page whose moment has come; none before it, or when nothing more is to be called. */
export function advance(page: Page, now: Instant, resolve: Resolve): NewPageFact[] {
  if (page.silentAt !== null && page.silentAt <= now && page.acknowledgedBy) {
    const silent = { id: page.id, person: page.acknowledgedBy, lateMs: lateness(page.silentAt, now) };
    return then(page, { kind: 'page.silent', data: silent }, now, resolve);
  }
  if (page.state !== 'calling' || page.nextAt === null || page.nextAt > now) return [];
  const { id, round, step } = page;
  const current = page.steps[step];
  if (round > page.repeats || !current) {
    const { ending = usualEnding } = page;
    return [{ kind: 'page.unanswered', data: { id, ending, lateMs: lateness(page.nextAt, now) } }];
  }
  const { people, vendors, vacant } = whoIsCalled(page, current.targets, resolve);
  if (people.length + vendors.length === 0)
    return then(page, { kind: 'page.skipped', data: { id, round, step, vacant } }, now, resolve);
  const asked = vendors.length > 0 ? { vendors } : {};
  const lateMs = lateness(page.nextAt, now);
  return [{ kind: 'page.called', data: { id, round, step, people, ...asked, vacant, lateMs } }];
}

/** An empty step takes no time: what follows it is decided on at once. */
function then(page: Page, fact: NewPageFact, now: Instant, resolve: Resolve): NewPageFact[] {
  const next = evolvePage(page, { ...fact, actor: page.by, at: now });
  return next ? [fact, ...advance(next, now, resolve)] : [fact];
}

/** Each person once; whoever said that they cannot is not called again. */
function whoIsCalled(page: Page, targets: readonly Target[], resolve: Resolve) {
  const declined = new Set(page.called.filter(({ answer }) => answer === 'declined').map(({ person }) => person.id));
  const people = new Map<string, PersonRef>();
  const vendors = new Map<string, VendorRef>();
  const vacant: Target[] = [];
  for (const target of targets) {
    const resolved = resolve(target);
    if (resolved.length === 0) vacant.push(target);
    if (target.kind === 'vendor') for (const vendor of resolved) vendors.set(vendor.id, vendor);
    else for (const person of resolved) if (!declined.has(person.id)) people.set(person.id, person);
  }
  return { people: [...people.values()], vendors: [...vendors.values()], vacant };
}

function lateness(dueAt: Instant, now: Instant): number {
  const late = between(dueAt, now);
  return late > punctualMs ? late : 0;
}
