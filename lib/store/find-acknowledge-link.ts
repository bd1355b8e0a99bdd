import { type PersonRole } from '@/lib/core/access/actor';
import { maySee } from '@/lib/core/access/may';
import { askedOf } from '@/lib/core/incident/paging';
import { type Incident } from '@/lib/core/incident/incident';
import { HOUR, type Instant, plus } from '@/lib/core/instant';
import { type Reader } from '@/lib/core/language/language';
import { type Severity } from '@/lib/core/severity/severity';
import { deliveryOfToken } from './acknowledge-link';
import { readClock } from './clock';
import { database, pool } from './database';
import { readerOf, type ReaderRow } from './reader';

/** Hours for which the link in a message may answer for its reader. */
const linkHours = 24;

/** What a link in a message stands for, and whether it may still answer. */
export interface AcknowledgeLink {
  delivery: string;
  /** `over`: nobody is called any more, or not this person; `by`: who acknowledged, if anybody did. */
  state: 'open' | 'used' | 'expired' | 'over';
  by: string | null;
  person: { id: string; name: string; role: PersonRole };
  incident: number;
  page: string;
  title: string;
  body: string;
  severity: Severity | null;
  at: Instant;
  now: Instant;
  reader: Reader;
}

interface Row extends ReaderRow {
  title: string;
  body: string;
  severity: Severity | null;
  created_at: Date;
  link_used_at: Date | null;
  incident_number: number;
  page_id: string;
  person_id: string;
  name: string;
  role: AcknowledgeLink['person']['role'];
  state: Incident;
}

/** What the token of a link stands for; null for one that we did not write, or whose person is gone or may not see the incident any more. It says no more than its message did. */
export async function findAcknowledgeLink(token: string): Promise<AcknowledgeLink | null> {
  const delivery = deliveryOfToken(token);
  if (delivery === null) return null;
  const { rows } = await pool.query<Row>(
    `select d.title, d.body, d.severity, d.created_at, d.link_used_at, d.incident_number, d.page_id, d.person_id, p.name, p.role, p.language, p.time_zone as "timeZone",
       i.state
     from delivery d join person p on p.id = d.person_id and p.active join incident i on i.number = d.incident_number
     where d.id = $1::bigint and d.kind = 'paged'`,
    [delivery],
  );
  const [row] = rows;
  if (!row || !maySee({ kind: 'person', id: row.person_id, role: row.role }, row.state)) return null;
  const { title, body, severity, incident_number, page_id, person_id, name, role, link_used_at } = row;
  const at = row.created_at.toISOString();
  const now = await readClock(database);
  const expired = plus(at, linkHours * HOUR) <= now;
  const asked = askedOf(row.state).some(({ page, person }) => page === page_id && person === person_id);
  return {
    delivery,
    state: link_used_at ? 'used' : expired ? 'expired' : asked ? 'open' : 'over',
    by: row.state.pages.find(({ id }) => id === page_id)?.acknowledgedBy?.name ?? null,
    person: { id: person_id, name, role },
    incident: incident_number,
    page: page_id,
    title,
    body,
    severity,
    at,
    now,
    reader: readerOf(row),
  };
}
