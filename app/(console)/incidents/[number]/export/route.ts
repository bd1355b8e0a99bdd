import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { isCount } from '@/lib/core/count';
import { exportFormats, isExportFormat } from '@/lib/core/timeline/export-format';
import { refuse, statusOf } from '@/lib/core/refusal';
import { readTimelineExport } from '@/lib/queries/timeline-export';
import { streamOf } from '../../../stream-of';
import { writeExport } from './write-export';

/** The whole timeline as a file: `?format=md`, `csv` or `json`. Streamed, so its length does not matter. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const actor = await actorOfHeaders(request.headers);
  if (!actor) return no('not-signed-in', 'Sign in first.');
  const format = new URL(request.url).searchParams.get('format') ?? 'md';
  if (!isExportFormat(format)) return no('invalid', 'The format is md, csv or json.');
  const number = Number((await params).number);
  const timeline = isCount(number) ? await readTimelineExport(actor, number) : null;
  if (!timeline) return no('not-found', 'There is no such incident.');
  return new Response(streamOf(writeExport(format, timeline)), {
    headers: {
      'content-type': exportFormats[format].type,
      'content-disposition': `attachment; filename="INC-${number}-timeline.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}

function no(code: 'not-found' | 'not-signed-in' | 'invalid', message: string): Response {
  return Response.json(refuse(code, message), { status: statusOf[code] });
}
