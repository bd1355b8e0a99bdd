import { type Instant } from '@/lib/core/instant';
import { type ChannelName } from '@/lib/core/notification/channels';
import { plannedOf } from '@/lib/core/notification/planned';
import { type NotificationRules, usualRules } from '@/lib/core/notification/rules';
import { pool, type Transaction } from './database';

/** A way to reach somebody with nothing in between; the address is sealed. */
export interface StraightWay {
  method: string;
  channel: ChannelName;
  address: string;
}

/** The ids of the active administrators. */
export async function readAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx.person.findMany({ where: { active: true, role: 'administrator' }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Every active administrator who can be reached outside the app, by id: each of their ways, in the order in which a page takes them. */
export async function readAdministratorsWays(now: Instant): Promise<Map<string, StraightWay[]>> {
  const { rows } = await pool.query<{
    id: string;
    person: string;
    channel: ChannelName;
    address: string;
    rules: NotificationRules | null;
  }>(`
    select m.id, m.person_id as person, m.channel, m.address, r.rules
    from contact_method m join person p on p.id = m.person_id left join notification_rules r on r.person_id = p.id
    where p.active and p.role = 'administrator' and m.verified_at is not null and m.gone_at is null
    order by m.created_at, m.id`);
  const people = new Map<string, StraightWay[]>();
  for (const person of new Set(rows.map((row) => row.person))) {
    const theirs = rows.filter((row) => row.person === person);
    const planned = plannedOf('paged', theirs, theirs[0]?.rules ?? usualRules, now).map(({ method }) => method);
    const place = ({ id }: { id: string }) => (planned.includes(id) ? planned.indexOf(id) : planned.length);
    const ways = theirs.toSorted((a, b) => place(a) - place(b));
    people.set(
      person,
      ways.map(({ id, channel, address }) => ({ method: id, channel, address })),
    );
  }
  return people;
}
