import { expect } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { database } from '@/lib/store/database';
import { type Route } from '../route';
import { routes } from '../routes';
import { type Told, ada, ask, bea, cyr } from './ask';

const used = new Set<string>();

/** Asks, and holds that the answer is what the document promises. */
export async function expectRoute(name: string, actor: Actor, path: string, body?: unknown): Promise<Told> {
  const route = routes.find((each) => each.name === name);
  if (!route) throw new Error(`There is no route ${name}.`);
  used.add(name);
  const told = await ask(actor, route.method, path, body, route.takes ? { 'content-type': route.takes } : {});
  expect(told, JSON.stringify(told.body)).toMatchObject({ status: route.answer.status });
  const checked = route.answer.schema.safeParse(route.gives ? told.text : told.body);
  expect(checked.error?.issues ?? []).toEqual([]);
  return told;
}

/** The names of those routes of this kind that no test of this file has asked. */
export function unasked(isMeant: (route: Route) => boolean): string[] {
  return routes.filter((route) => isMeant(route) && !used.has(route.name)).map(({ name }) => name);
}

/** Whether an address is about incidents, and not about what stands around them. */
export const isOfIncidents = ({ path }: Route) => path.startsWith('/incidents');

/** Whether an address is about schedules. */
export const isOfSchedules = ({ path }: Route) => path.startsWith('/schedules');

/** Three people, a team, and two services of which one needs the other. */
export async function insertShop(): Promise<void> {
  for (const { id, name, role } of [ada, bea, cyr])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  await database.team.create({
    data: { id: 'shop-team', name: 'Shop team', members: { create: { personId: 'bea', lead: true } } },
  });
  for (const [id, name] of [
    ['shop', 'Shop'],
    ['payments', 'Payments'],
  ] as const)
    await database.service.create({ data: { id, name, tier: 1, teamId: 'shop-team' } });
  await database.serviceDependency.create({ data: { serviceId: 'shop', dependsOnId: 'payments' } });
}
