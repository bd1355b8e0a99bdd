import { readUpTo } from '@/lib/api/read-up-to';
import { hearTwilio } from '@/lib/intake/twilio';

type Props = { params: Promise<{ token?: string[] }> };

/** More than any form of Twilio's. */
const mostBytes = 32_768;

/** What Twilio calls back for: what became of a message, and what was answered to it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  const body = await readUpTo(request, mostBytes);
  if (!body) return new Response(null, { status: 413 });
  const { pathname, search } = new URL(request.url);
  const answered = await hearTwilio({
    path: `${pathname}${search}`,
    form: new URLSearchParams(new TextDecoder().decode(body)),
    signature: request.headers.get('x-twilio-signature') ?? undefined,
    token: token?.[0] ?? null,
  });
  if (!('xml' in answered)) return new Response(null, { status: answered.status });
  return new Response(answered.xml, {
    headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
  });
}
