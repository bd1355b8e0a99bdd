import { type Instant } from '@/lib/core/instant';
import { type Reader } from '@/lib/core/language/language';
import { type NoticeKind } from '@/lib/core/notice';
import { plannedOf } from '@/lib/core/notification/planned';
import { figures } from '@/lib/figures';
import { type DeliveryDue, insertDeliveries, readReach } from './deliveries';
import { readerOf } from './reader';
import { type Unit } from './transact';

/** A message about what happened in a stream outside of incidents: what it says in the app, and to each reader outside of it. */
export interface Told {
  people: readonly string[];
  kind: NoticeKind;
  title: string;
  body: string;
  url: string;
  outside: (reader: Reader) => { title: string; body: string };
  /** Whose clocks are meant where the reader has not chosen a zone. */
  zone: string;
}

/** Writes one notice for each of these people who is here, and what of it leaves the app; none for whoever was told of this already. */
export async function tellPeople(
  { tx, bells }: Unit,
  { stream, seq, now }: { stream: string; seq: number; now: Instant },
  { people, kind, title, body, url, outside, zone }: Told,
): Promise<void> {
  const written = await tx.$queryRaw<{ id: bigint; person: string }[]>`
    insert into notice (person_id, channel, stream, fact_seq, kind, title, body, url, created_at)
    select p.id, 'app', ${stream}, ${seq}, ${kind}, ${title}, ${body}, ${url}, ${now}::timestamptz
    from person p where p.active and p.id = any(${[...people]}::text[])
    on conflict do nothing returning id, person_id as person`;
  if (written.length === 0) return;
  figures.noticesWritten.inc({ kind }, written.length);
  const reaches = await readReach(
    tx,
    written.map(({ person }) => person),
  );
  const due = written.flatMap(({ id, person }): DeliveryDue[] => {
    const reach = reaches.get(person);
    if (!reach) return [];
    const { methods, rules, reads } = reach;
    const text = outside(readerOf(reads, zone));
    return plannedOf(kind, methods, rules, now).flatMap(({ method, dueAt }) => {
      const by = methods.find((each) => each.id === method);
      if (!by) return [];
      const { channel, shown } = by;
      const about = { severity: null, incidentNumber: null, pageId: null };
      return {
        noticeId: id,
        methodId: by.id,
        personId: person,
        channel,
        shown,
        purpose: 'news',
        kind,
        ...text,
        url,
        ...about,
        dueAt,
      };
    });
  });
  await insertDeliveries(tx, due, now);
  if (due.length > 0) bells.push({ deliveries: true });
}
