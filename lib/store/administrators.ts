import { type Instant } from '@/lib/core/instant';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type Reader } from '@/lib/core/language/language';
import { plannedOf } from '@/lib/core/notification/planned';
import { type NotificationRules, usualRules } from '@/lib/core/notification/rules';
import { pool, type Transaction } from './database';
import { readerOf } from './reader';

/** An administrator as they are told straight. */
export interface Administrator {
  /** In the order in which a page takes them. */
  ways: StraightWay[];
  reader: Reader;
}

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

/** Every active administrator who can be reached outside the app, by id. */
export async function readReachableAdministrators(now: Instant): Promise<Map<string, Administrator>> {
  const { rows } = await pool.query<{
    id: string;
    person: string;
    channel: ChannelName;
    address: string;
    rules: NotificationRules | null;
    language: string | null;
    timeZone: string | null;
  }>(`
    select m.id, m.person_id as person, m.channel, m.address, r.rules, p.language, p.time_zone as "timeZone"
    from contact_method m join person p on p.id = m.person_id left join notification_rules r on r.person_id = p.id
    where p.active and p.role = 'administrator' and m.verified_at is not null and m.gone_at is null
    order by m.created_at, m.id`);
  const people = new Map<string, Administrator>();
  for (const first of rows) {
    if (people.has(first.person)) continue;
    const theirs = rows.filter(({ person }) => person === first.person);
    const planned = plannedOf('paged', theirs, first.rules ?? usualRules, now).map(({ method }) => method);
    const place = ({ id }: { id: string }) => (planned.includes(id) ? planned.indexOf(id) : planned.length);
    const ways = theirs.toSorted((a, b) => place(a) - place(b));
    people.set(first.person, {
      ways: ways.map(({ id, channel, address }) => ({ method: id, channel, address })),
      reader: readerOf(first),
    });
  }
  return people;
}
