import { type Furnishing } from '@/lib/core/readiness';
import { database } from '@/lib/store/database';

/** What there is to be told and to break, counted. For administrators: private incidents count. */
export async function readFurnishing(): Promise<Furnishing> {
  const [row] = await database.$queryRaw<Furnishing[]>`
    select
      (select count(*)::int from person where active) as people,
      (select count(*)::int from invitation
        where accepted_at is null and revoked_at is null and expires_at > app_now()) as invited,
      (select count(*)::int from team) as teams,
      (select count(distinct team_id)::int from team_member join person on person.id = person_id
        where lead and active) as led,
      (select count(*)::int from service) as services,
      (select count(*)::int from service where team_id is not null) as owned,
      (select coalesce(max(version), 1) from severity_policy) as "policyVersion",
      exists(select from incident) as declared`;
  if (!row) throw new Error('Counting answered with nothing.');
  return row;
}
