import { readForm } from '@/lib/api/read-form';
import { answerByLink } from '@/lib/commands/answer-by-link';
import { isRefusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';

/** Anybody may knock here, without a sign-in: more than an answer is not taken into memory. */
const mostBytes = 4_096;

type Context = { params: Promise<{ token: string }> };

/** Answers a page by the link of its message: `answer` is `acknowledge` or `cannot`. Browsers are led back to the link's page, which says what came of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const form = await readForm(request, mostBytes);
  if (!form) return told(413, 'Answer “acknowledge” or “cannot”, and no more.');
  const answer = form.get('answer');
  if (answer !== 'acknowledge' && answer !== 'cannot') return told(400, 'Answer “acknowledge” or “cannot”.');
  const done = await answerByLink(token, { take: answer === 'acknowledge', reason: null });
  if (request.headers.get('accept')?.includes('text/html')) {
    const back = new URL(`/a/${encodeURIComponent(token)}`, env.QUARTERDECK_URL);
    return new Response(null, { status: 303, headers: { location: back.href, 'cache-control': 'no-store' } });
  }
  return isRefusal(done) ? told(409, done.message) : told(200, 'Answered.');
}

function told(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } });
}
