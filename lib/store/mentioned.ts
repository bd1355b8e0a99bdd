import { type IncidentFact, incidentStream } from '@/lib/core/facts';
import { type Attachment } from '@/lib/core/facts/incident';
import { type Mentions, type NamedRef, type Person } from '@/lib/core/incident/act';
import { type ServiceRef } from '@/lib/core/incident/incident';
import { type RoleKind, builtInRoles } from '@/lib/core/incident/roles';
import { type Severity } from '@/lib/core/severity/severity';
import { type Transaction, database } from './database';
import { loadPolicies } from './escalation-policies';
import { type FactRow, factOf } from './fact-row';

/** Everything that an act's input mentions and that exists, keyed for the decision. */
export async function loadMentioned(tx: Transaction, number: number | null, mentions: Mentions) {
  return {
    people: await loadPeople(tx, mentions.people ?? []),
    services: await loadServices(tx, mentions.services ?? []),
    roles: new Map(mentions.roles ? (await loadRoles(tx)).map((role) => [role.key, role]) : []),
    facts: number === null ? new Map<number, IncidentFact>() : await loadFacts(tx, number, mentions.facts ?? []),
    files: number === null ? new Map<string, Attachment>() : await loadFiles(tx, number, mentions.files ?? []),
    schedules: await loadNamed(mentions.schedules, (where) => tx.schedule.findMany({ where, select: named })),
    teams: await loadNamed(mentions.teams, (where) => tx.team.findMany({ where, select: named })),
    policies: await loadPolicies(tx, mentions.policies ?? []),
    vendors: await loadNamed(mentions.vendors, (where) => tx.vendor.findMany({ where, select: named })),
  };
}

/** People as they stay until the transaction ends: what is decided of them must not be made false meanwhile. */
async function loadPeople(tx: Transaction, ids: string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<Person[]>`
    select id, name, role, active from person where id = any(${ids}::text[]) order by id for share`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function loadServices(tx: Transaction, ids: string[]): Promise<Map<string, ServiceRef>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.service.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

const named = { id: true, name: true } as const;

async function loadNamed(
  ids: string[] = [],
  read: (where: { id: { in: string[] } }) => Promise<NamedRef[]>,
): Promise<Map<string, NamedRef>> {
  if (ids.length === 0) return new Map();
  return new Map((await read({ id: { in: ids } })).map((row) => [row.id, row]));
}

async function loadFacts(tx: Transaction, number: number, seqs: number[]): Promise<Map<number, IncidentFact>> {
  if (seqs.length === 0) return new Map();
  const rows = await tx.$queryRaw<FactRow[]>`
    select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
    where stream = ${incidentStream(number)} and seq = any(${seqs}::int[] || array(
      select max(seq) from fact where incident_number = ${number} and corrects = any(${seqs}::int[]) group by corrects))
    order by seq`;
  return new Map(rows.map((row) => [row.seq, factOf(row) as IncidentFact]));
}

/** Evidence of an incident. It counts as given now, so that what removes files that nobody posts leaves it alone meanwhile. */
async function loadFiles(tx: Transaction, number: number, ids: string[]): Promise<Map<string, Attachment>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string; type: string; size: number }[]>`
    update evidence set created_at = app_now() where incident = ${number} and id = any(${ids}::text[])
    returning id, name, type, size`;
  return new Map(rows.map(({ id, ...file }) => [id, { ...file, fileId: id, href: null }]));
}

/** The roles of command in force, in their order; the built-in ones until an administrator changed any. */
export async function loadRoles(tx: Transaction | typeof database = database): Promise<RoleKind[]> {
  const rows = await tx.roleKind.findMany({ orderBy: { position: 'asc' } });
  if (rows.length === 0) return builtInRoles;
  return rows.map((row) => ({ ...row, owedAt: row.owedAt as Severity[] }));
}
