import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { env } from '@/lib/env';
import { samplePeopleIds } from '@/lib/store/sample-people';

/** Signs in as anybody, without a password: in a demo only. Never reachable over HTTP by itself, see `handleAuth`. */
export function demoSignIn() {
  return {
    id: 'demo-sign-in',
    endpoints: {
      signInDemo: createAuthEndpoint(
        '/sign-in/demo',
        { method: 'POST', body: z.object({ personId: z.string() }) },
        async (context) => {
          if (!env.QUARTERDECK_DEMO) throw new APIError('NOT_FOUND', { message: 'This is for demos only.' });
          const { internalAdapter } = context.context;
          const sample = (await samplePeopleIds()).includes(context.body.personId);
          const user = sample ? await internalAdapter.findUserById(context.body.personId) : null;
          if (!user) throw new APIError('NOT_FOUND', { message: 'There is no such person.' });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ ok: true });
        },
      ),
    },
  };
}
