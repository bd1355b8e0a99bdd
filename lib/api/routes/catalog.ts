import { z } from 'zod';
import { readPeople, readPolicy, readRoleKinds, readTeams } from '@/lib/queries/api-catalog';
import { type Reply, type Route } from '../route';
import { meSchema, personSchema, policySchema, roleKindSchema, teamSchema } from '../catalog-schemas';

function readRoute(
  route: { path: string; name: string; tag: string; summary: string; schema: z.ZodType },
  read: () => Promise<unknown>,
): Route {
  const { path, name, tag, summary, schema } = route;
  const answer = { status: 200, says: 'As it is now', schema };
  return {
    method: 'GET',
    path,
    name,
    tag,
    summary,
    answer,
    run: async (): Promise<Reply> => ({ status: 200, body: await read() }),
  };
}

export const catalog: Route[] = [
  readRoute(
    {
      path: '/teams',
      name: 'listTeams',
      tag: 'Catalog',
      summary: 'Teams and their members',
      schema: z.object({ teams: z.array(teamSchema) }),
    },
    async () => ({ teams: await readTeams() }),
  ),
  readRoute(
    {
      path: '/people',
      name: 'listPeople',
      tag: 'Catalog',
      summary: 'People, for naming them in tasks and roles',
      schema: z.object({ people: z.array(personSchema) }),
    },
    async () => ({ people: await readPeople() }),
  ),
  readRoute(
    {
      path: '/roles',
      name: 'listRoleKinds',
      tag: 'Policy',
      summary: 'The roles of command',
      schema: z.object({ roles: z.array(roleKindSchema) }),
    },
    async () => ({
      roles: (await readRoleKinds()).map(({ key, name, instructions, builtIn, owedAt }) => ({
        key,
        name,
        instructions,
        builtIn,
        owedAt,
      })),
    }),
  ),
  readRoute(
    {
      path: '/severity-policy',
      name: 'readSeverityPolicy',
      tag: 'Policy',
      summary: 'The severity policy in force',
      schema: policySchema,
    },
    readPolicy,
  ),
  {
    method: 'GET',
    path: '/me',
    name: 'readMe',
    tag: 'Access',
    summary: 'Whoever this token or session speaks for',
    answer: { status: 200, says: 'You', schema: meSchema },
    run: ({ actor: { kind, id, name, role } }) => Promise.resolve({ status: 200, body: { kind, id, name, role } }),
  },
];
