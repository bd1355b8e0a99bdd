import { stringify } from 'csv-stringify/sync';
import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { HOUR } from '@/lib/core/instant';
import { refuse, statusOf } from '@/lib/core/refusal';
import { readFairness } from '@/lib/queries/fairness';
import { askedOf } from '../asked';

const columns = [
  'person',
  'person_id',
  'from',
  'to',
  'hours',
  'night_hours',
  'weekend_hours',
  'holiday_hours',
  'shifts',
];

/** The figures of the screen as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (!(await actorOfHeaders(request.headers))) return no('not-signed-in', 'Sign in first.');
  const { id } = await params;
  const { searchParams } = new URL(request.url);
  const { span, ahead } = askedOf((name) => searchParams.get(name));
  const found = await readFairness(id, span, ahead);
  if (!found) return no('not-found', 'There is no such schedule.');
  const { from, to, burdens } = found.fairness;
  const rows = burdens.map(({ person, onCallMs, nightMs, weekendMs, holidayMs, shifts }) => [
    person.name,
    person.id,
    from,
    to,
    ...[onCallMs, nightMs, weekendMs, holidayMs].map((ms) => (ms / HOUR).toFixed(2)),
    shifts,
  ]);
  // A spreadsheet would run a cell that begins with = + - or @ as a formula.
  const csv = stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${found.schedule.id}-fairness.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

function no(code: 'not-found' | 'not-signed-in', message: string): Response {
  return Response.json(refuse(code, message), { status: statusOf[code] });
}
