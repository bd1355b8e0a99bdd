import { openApiDocument } from '@/lib/api/openapi';

/** Needs no token: it says how to ask, and nothing of what is here. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { 'cache-control': 'public, max-age=300' } });
}
