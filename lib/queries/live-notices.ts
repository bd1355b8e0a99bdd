import { type NoticeKind, type NoticeView } from '@/lib/core/notice';
import { pool } from '@/lib/store/database';

/** A notice, and to whom. */
export type NewNotice = NoticeView & { personId: string };

interface Row {
  id: string;
  person_id: string;
  kind: NoticeKind;
  title: string;
  body: string;
  url: string;
  created_at: Date;
  read_at: Date | null;
}

const columns = 'id, person_id, kind, title, body, url, created_at, read_at';
/** SQL that holds for notices but those of incidents that their person may no longer see. */
const stillSeen = `not exists (
  select 1 from incident where incident.number = substring(notice.stream from '^incident:([0-9]+)$')::int
    and private and notice.person_id <> all(visible_to)
    and not exists (select 1 from person where person.id = notice.person_id and role = 'administrator'))`;
export const mostNoticesRead = 2_000;

export async function newestNotice(): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select coalesce(max(id), 0) as id from notice');
  return rows[0]?.id ?? '0';
}

/** In-app notices with a number above `after` to any of these people, but those of incidents that they may no longer see, oldest first. */
export async function readNoticesAfter(after: string, people: readonly string[]): Promise<NewNotice[]> {
  if (people.length === 0) return [];
  const { rows } = await pool.query<Row>({
    name: 'live-notices',
    text: `
      select ${columns} from notice where id > $1 and channel = 'app' and person_id = any($2::text[]) and ${stillSeen}
      order by id limit $3`,
    values: [after, people, mostNoticesRead],
  });
  return rows.map(noticeOf);
}

/** Notices that a person read within the last moments, with the same exception. */
export async function readJustRead(personId: string): Promise<NewNotice[]> {
  const { rows } = await pool.query<Row>({
    name: 'live-just-read',
    text: `
      select ${columns} from notice where person_id = $1 and channel = 'app' and read_at > app_now() - interval '5 seconds'
        and ${stillSeen}
      order by id desc limit 200`,
    values: [personId],
  });
  return rows.map(noticeOf);
}

function noticeOf({ id, person_id, created_at, read_at, ...rest }: Row): NewNotice {
  return {
    ...rest,
    id,
    personId: person_id,
    createdAt: created_at.toISOString(),
    readAt: read_at?.toISOString() ?? null,
  };
}
