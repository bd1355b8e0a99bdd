import { readForm } from '@/lib/api/read-form';
import { hearTwilio } from '@/lib/intake/twilio';

type Props = { params: Promise<{ token?: string[] }> };

/** More than any form of Twilio's. */
const mostBytes = 32_768;

/** What Twilio calls back for: what became of a message, and what was answered to it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  const form = await readForm(request, mostBytes);
  if (!form) return new Response(null, { status: 413 });
  const { pathname, search } = new URL(request.url);
  const answered = await hearTwilio({
    path: `${pathname}${search}`,
    form,
    signature: request.headers.get('x-twilio-signature') ?? undefined,
    token: token?.[0] ?? null,
  });
  if (!('xml' in answered)) return new Response(null, { status: answered.status });
  return new Response(answered.xml, {
    headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' },
  });
}
