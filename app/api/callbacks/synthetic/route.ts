import { readUpTo } from '@/lib/api/read-up-to';
import { hearSynthetic } from '@/lib/intake/synthetic';

/** More than any synthetic page. */
const mostBytes = 8_192;

/** Where synthetic pages come back to. */
export async function POST(request: Request): Promise<Response> {
  const body = await readUpTo(request, mostBytes);
  if (!body) return new Response(null, { status: 413 });
  const { headers } = request;
  const address = headers.get('x-forwarded-for') ?? '';
  const status = await hearSynthetic({ headers, body: new TextDecoder().decode(body), address });
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
