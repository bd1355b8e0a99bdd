import { z } from 'zod';
import { type PolicyRef } from '@/lib/core/escalation/escalation-policy';
import { type Gap, gapsOfServices } from '@/lib/core/escalation/gaps';
import { type Rehearsed, rehearse } from '@/lib/core/escalation/preflight';
import { type PagedTwice, pagedTwiceOf } from '@/lib/core/escalation/paged-twice';
import { type Unreached, unreachedOf } from '@/lib/core/escalation/unreached';
import { idSchema } from '@/lib/core/incident/act';
import { type ServiceRef } from '@/lib/core/incident/incident';
import { type ServicePolicy, wantedPolicies } from '@/lib/core/incident/paging';
import { DAY, type Instant, MINUTE, between, plus } from '@/lib/core/instant';
import { type Away } from '@/lib/core/oncall/away';
import { type ClockChange, clockChangesOf } from '@/lib/core/oncall/clock-changes';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type PagingOut } from '@/lib/core/notification/silence';
import { plannedOf } from '@/lib/core/notification/planned';
import { parse } from '@/lib/core/parse';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { severitySchema } from '@/lib/core/severity/policy';
import { type Paged, type Severity, pagedUnder } from '@/lib/core/severity/severity';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadForesight, loadServicePolicies } from '@/lib/store/foresight';
import { readOutage } from '@/lib/store/outage';
import { currentPolicy } from '@/lib/store/policy';
import { loadSchedules } from '@/lib/store/schedules';
import { readAway } from './away';
import { readWorkingReach } from './working-reach';

/** How far ahead gaps are looked for. */
const gapDays = 28;
/** How far from now a moment may lie, in days: schedules are kept for the past and reckoned for the future. */
const mostDays = 366;

/** Whom an incident of this service would page by one policy, if nobody answered. */
export interface Plan {
  policy: PolicyRef;
  steps: Rehearsed[];
}

/** A way out of the app: `minutes` after its person was paged. */
export interface Way {
  channel: ChannelName;
  shown: string;
  minutes: number;
}

/** What would happen if `service` went `severity` at `at`. `covered` false: administrators stand in for a missing policy. */
export interface Preflight {
  service: ServiceRef;
  severity: Severity;
  at: Instant;
  paged: Paged;
  covered: boolean;
  plans: Plan[];
  /** How each person in them would be reached beside the app, in order, if they did not answer. */
  reach: Record<string, Way[]>;
}

export const preflightInput = z.object({
  service: idSchema,
  severity: severitySchema.default('Critical'),
  at: z.iso
    .datetime()
    .optional()
    .transform((at) => at && new Date(at).toISOString()),
});

/** Rehearses what would be paged, by the rule that pages. `at` is now where it is left out. */
export async function readPreflight(draft: unknown): Promise<Preflight | Refusal> {
  const parsed = parse(preflightInput, draft);
  if (isRefusal(parsed)) return parsed;
  const { severity, service: id } = parsed.input;
  const now = await readClock(database);
  const at = parsed.input.at ?? now;
  if (Math.abs(between(now, at)) > mostDays * DAY) {
    const message = 'Choose a moment within a year of now.';
    return refuse('invalid', message, { at: message });
  }
  const [services, { rules }] = await Promise.all([loadServicePolicies(), currentPolicy()]);
  const found = services.find(({ service }) => service.id === id);
  if (!found) return refuse('not-found', 'There is no such service.');
  const paged = pagedUnder(rules[severity]);
  const wanted = wantedPolicies(paged, [found]);
  const lasts = Math.max(1, ...wanted.map(({ steps, repeats }) => (repeats + 1) * minutesOf(steps) + 1));
  const seen = await loadForesight(wanted, { from: at, to: plus(at, lasts * MINUTE) });
  const plans = wanted.map((policy) => ({
    policy: { id: policy.id, name: policy.name },
    steps: rehearse(policy, at, seen.at),
  }));
  return {
    service: found.service,
    severity,
    at,
    paged,
    covered: paged !== 'policies' || found.policy !== null,
    plans,
    reach: await readWays(plans, at),
  };
}

/** By the rule that plans what leaves the app; the reader may see of others which channel, and no more of the address than its mask. */
async function readWays(plans: readonly Plan[], at: Instant): Promise<Record<string, Way[]>> {
  const people = plans.flatMap(({ steps }) => steps.flatMap((step) => step.people.map(({ id }) => id)));
  const reaches = await readWorkingReach([...new Set(people)]);
  return Object.fromEntries(
    [...reaches].map(([id, { methods, rules }]) => [
      id,
      plannedOf('paged', methods, rules, at).flatMap(({ method, dueAt }) => {
        const by = methods.find((each) => each.id === method);
        return by ? [{ channel: by.channel, shown: by.shown, minutes: between(at, dueAt) / MINUTE }] : [];
      }),
    ]),
  );
}

function minutesOf(steps: readonly { waitMinutes: number }[]): number {
  return steps.reduce((sum, { waitMinutes }) => sum + waitMinutes, 0);
}

/** What would go wrong between `from` and `to`, and what is no fault but a surprise. */
export interface Gaps {
  from: Instant;
  to: Instant;
  gaps: Gap[];
  unreached: Unreached[];
  /** Who would be paged in two steps, which is no gap either. */
  twice: PagedTwice[];
  clockChanges: ClockChange[];
  /** Who is on call while they are away. */
  away: Away[];
  /** While pages may not reach anybody, whoever is on call. */
  out: PagingOut | null;
}

/** Every gap of every service at every severity over the next four weeks. */
export async function readGaps(): Promise<Gaps> {
  const from = await readClock(database);
  const to = plus(from, gapDays * DAY);
  const [services, { rules }] = await Promise.all([loadServicePolicies(), currentPolicy()]);
  const policies = services.flatMap(({ policy }) => policy ?? []);
  const seen = await loadForesight(policies, { from, to });
  return {
    from,
    to,
    gaps: gapsOfServices(services, rules, seen),
    unreached: unreachedOf(services, rules, seen),
    twice: pagedTwiceOf(services, rules, seen),
    clockChanges: await readClockChanges(services, { from, to }),
    away: await readAway(schedulesOf(services), { from, to }),
    out: await readOutage(),
  };
}

async function readClockChanges(
  services: readonly ServicePolicy[],
  { from, to }: { from: Instant; to: Instant },
): Promise<ClockChange[]> {
  const schedules = await loadSchedules(database, schedulesOf(services), plus(from, -7 * DAY), plus(to, 7 * DAY));
  return [...schedules.values()].flatMap((schedule) => clockChangesOf(schedule, from, to));
}

/** The schedules by which anybody is paged. */
function schedulesOf(services: readonly ServicePolicy[]): string[] {
  const targets = services.flatMap(({ policy }) => policy?.steps ?? []).flatMap((step) => step.targets);
  return [...new Set(targets.filter(({ kind }) => kind === 'schedule').map(({ id }) => id))];
}
