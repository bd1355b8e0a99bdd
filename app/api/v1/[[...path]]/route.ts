import { answer } from '@/lib/api/answer';
import { actorOfHeaders } from '@/lib/auth/actor-of-headers';

const handle = (request: Request): Promise<Response> => answer(request, actorOfHeaders);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
