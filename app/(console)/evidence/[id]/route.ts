import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { isImage } from '@/lib/core/evidence/kind-of-file';
import { refuse, statusOf } from '@/lib/core/refusal';
import { readEvidence } from '@/lib/queries/evidence';

/**
 * A stored file, for whoever sees its incident. It can run nothing: its type is what its bytes are, a browser may not guess
 * another, and `lib/edge` puts it in a sandbox of its own. Only images and text open in place; all else is saved.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfHeaders(request.headers);
  if (!actor) return no('not-signed-in', 'Sign in first.');
  const file = await readEvidence(actor, (await params).id);
  if (!file) return no('not-found', 'There is no such file.');
  const headers = {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${file.sha256}"`,
  };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const shown = isImage(file.type) || file.type === 'text/plain';
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...headers,
      'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
      'content-length': String(file.bytes.length),
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(file.name)}`,
    },
  });
}

/** RFC 8187's form of a name. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function no(code: 'not-found' | 'not-signed-in', message: string): Response {
  return Response.json(refuse(code, message), { status: statusOf[code], headers: { 'cache-control': 'no-store' } });
}
