import { isStorable } from '@/lib/core/text';
import { database } from '@/lib/store/database';

/** The ids of people named by id or e-mail address; what names nobody stays as it is, for the rules to refuse. */
export async function idsOfPeople(names: readonly string[]): Promise<string[]> {
  const emails = names.filter((name) => name.includes('@') && isStorable(name)).map((name) => name.toLowerCase());
  if (emails.length === 0) return [...names];
  const rows = await database.person.findMany({
    where: { email: { in: emails, mode: 'insensitive' } },
    select: { id: true, email: true },
  });
  const byEmail = new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]));
  return names.map((name) => byEmail.get(name.toLowerCase()) ?? name);
}

/** The ids of services named by id or by their exact name; what names none stays as it is. */
export async function idsOfServices(names: readonly string[]): Promise<string[]> {
  const known = names.filter(isStorable);
  if (known.length === 0) return [...names];
  const rows = await database.service.findMany({
    where: { OR: [{ id: { in: known } }, { name: { in: known } }] },
    select: { id: true, name: true },
  });
  const ids = new Set(rows.map(({ id }) => id));
  const byName = new Map(rows.map(({ id, name }) => [name, id]));
  return names.map((name) => (ids.has(name) ? name : (byName.get(name) ?? name)));
}

/** The id of a team named by id or by its exact name; what names none stays as it is. */
export async function idOfTeam(name: string): Promise<string> {
  if (!isStorable(name)) return name;
  const row = await database.team.findFirst({ where: { OR: [{ id: name }, { name }] }, select: { id: true } });
  return row?.id ?? name;
}

/** The id of an escalation policy named by id or by its exact name; what names none stays as it is. */
export async function idOfPolicy(name: string): Promise<string> {
  if (!isStorable(name)) return name;
  const where = { OR: [{ id: name }, { name }] };
  const rows = await database.escalationPolicy.findMany({ where, select: { id: true } });
  return (rows.find(({ id }) => id === name) ?? rows[0])?.id ?? name;
}
