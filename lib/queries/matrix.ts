import { type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { type PolicyRef } from '@/lib/core/escalation/escalation-policy';
import { type Gap, gapsOfServices } from '@/lib/core/escalation/gaps';
import { rehearse } from '@/lib/core/escalation/preflight';
import { type ServiceRef } from '@/lib/core/incident/incident';
import { wantedPolicies } from '@/lib/core/incident/paging';
import { type Instant, plus } from '@/lib/core/instant';
import { type Paged, type Severity, type Told, pagedUnder, severities } from '@/lib/core/severity/severity';
import { type Member, type ToldPeople, toldPeople } from '@/lib/core/severity/told';
import { type ChannelName } from '@/lib/core/notification/channels';
import { plannedOf } from '@/lib/core/notification/planned';
import { type VendorRef } from '@/lib/core/vendor/vendor-case';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { type Reach } from '@/lib/store/deliveries';
import { loadForesight, loadServicePolicies } from '@/lib/store/foresight';
import { currentPolicy } from '@/lib/store/policy';
import { readWorkingReach } from './working-reach';

/** Somebody who would be paged, and by which ways out of the app, in order; by none, they are paged in the app alone. */
export interface PagedPerson extends PersonRef {
  by: ChannelName[];
}

/** One service at one severity. `steps`: whom each step stands for at this moment, in the first round. */
export interface MatrixCell {
  severity: Severity;
  told: ToldPeople & { group: Told };
  paged: {
    group: Paged;
    policy: PolicyRef | null;
    steps: { minutes: number; people: PagedPerson[]; vendors: VendorRef[]; targets: string[] }[];
  };
  gaps: Gap[];
}

export interface Matrix {
  at: Instant;
  rows: { service: ServiceRef & { tier: number }; cells: MatrixCell[] }[];
}

/** Who is told and who is paged for every service at every severity, if it happened now. */
export async function readMatrix(): Promise<Matrix> {
  const at = await readClock(database);
  const [services, { rules }, people] = await Promise.all([loadServicePolicies(), currentPolicy(), readMembers()]);
  const seen = await loadForesight(
    services.flatMap(({ policy }) => policy ?? []),
    { from: at, to: plus(at, 1) },
  );
  const gaps = gapsOfServices(services, rules, seen);
  const reaches = await readWorkingReach(people.map(({ id }) => id));
  const reached = ({ id, name }: PersonRef): PagedPerson => ({ id, name, by: channelsOf(reaches.get(id), at) });
  const rows = services.map(({ tier, team, ...each }) => {
    const cells = severities.map((severity): MatrixCell => {
      const group = pagedUnder(rules[severity]);
      const [policy] = wantedPolicies(group, [each]);
      const rehearsed = policy ? rehearse({ ...policy, repeats: 0 }, at, () => seen.at(at)) : [];
      const steps = rehearsed
        .filter(({ outcome }) => outcome !== 'unanswered')
        .map(({ minutes, people: called, vendors, step }) => ({
          minutes,
          people: called.map(reached),
          vendors,
          targets: (policy?.steps[step]?.targets ?? []).map(({ name }) => name),
        }));
      const { told } = rules[severity];
      return {
        severity,
        told: { group: told, ...toldPeople(told, team, people) },
        paged: { group, policy: policy ? { id: policy.id, name: policy.name } : null, steps },
        gaps: gaps.filter((gap) => gap.service.id === each.service.id && gap.severities.includes(severity)),
      };
    });
    return { service: { ...each.service, tier }, cells };
  });
  return { at, rows };
}

/** Each channel once, by the rule that plans what leaves the app. */
function channelsOf(reach: Reach | undefined, at: Instant): ChannelName[] {
  if (!reach) return [];
  const planned = plannedOf('paged', reach.methods, reach.rules, at);
  return [...new Set(planned.flatMap(({ method }) => reach.methods.find(({ id }) => id === method)?.channel ?? []))];
}

async function readMembers(): Promise<Member[]> {
  const rows = await database.person.findMany({
    where: { active: true },
    select: { id: true, name: true, role: true, memberships: { select: { teamId: true, lead: true } } },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ id, name, role, memberships }) => ({
    id,
    name,
    role: role as PersonRole,
    teams: memberships.map(({ teamId, lead }) => ({ id: teamId, lead })),
  }));
}
