import { type NextRequest } from 'next/server';
import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { readerZone } from '@/lib/auth/reader-zone';
import { mayAdminister } from '@/lib/core/access/may';
import { auditFilterOf } from '@/lib/core/audit-filter';
import { streamOf } from '../../stream-of';
import { writeAudit } from './write-audit';

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

/** The audit log as a file, by session or by an administrator's token. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfHeaders(request.headers);
  if (!actor) return new Response('Sign in first.', { status: 401 });
  if (!mayAdminister(actor)) return new Response('Only administrators read the audit log.', { status: 403 });
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const format = query.format === 'json' ? 'json' : 'csv';
  const pieces = writeAudit(format, auditFilterOf(query), await readerZone());
  return new Response(streamOf(pieces), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="quarterdeck-audit.${format}"`,
      'cache-control': 'no-store',
    },
  });
}
