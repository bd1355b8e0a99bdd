import { type Actor } from '@/lib/core/access/actor';
import { type PersonRef } from '@/lib/core/access/actor';
import { type Contact } from '@/lib/core/catalog/contact';
import { type Link } from '@/lib/core/catalog/link';
import { type Severity } from '@/lib/core/severity/severity';
import { type ServiceRef } from '@/lib/core/incident/incident';
import { readClock } from '@/lib/store/clock';
import { loadContacts } from '@/lib/store/contacts';
import { database } from '@/lib/store/database';
import { visibleTo } from './visible';

/** A service as the catalog shows it. `basis` is how far its facts go, for whoever edits it. */
export interface ServiceView {
  id: string;
  name: string;
  tier: number;
  description: string;
  team: { id: string; name: string } | null;
  leads: PersonRef[];
  /** The escalation policy by which it pages; null: administrators are paged. */
  policy: { id: string; name: string } | null;
  /** Whom to ask about it, and whom when they do not answer. */
  primary: Contact | null;
  backup: Contact | null;
  links: Link[];
  needs: string[];
  neededBy: string[];
  open: { number: number; severity: Severity }[];
  basis: number;
}

type ServiceRow = Omit<ServiceView, 'primary' | 'backup'> & { primary: string | null; backup: string | null };

/** Every service, the most important first, with the open incidents about it that the actor may see. */
export async function readServices(actor: Actor): Promise<ServiceView[]> {
  const rows = await database.$queryRaw<ServiceRow[]>`
    select service.id, service.name, service.tier, service.description, service."primary", service.backup, service.links,
      case when team.id is null then null else jsonb_build_object('id', team.id, 'name', team.name) end as team,
      case when policy.id is null then null else jsonb_build_object('id', policy.id, 'name', policy.name) end as policy,
      coalesce((select jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name) order by person.name)
        from team_member join person on person.id = person_id
        where team_id = team.id and lead and person.active), '[]') as leads,
      array(select depends_on_id from service_dependency where service_id = service.id order by 1) as needs,
      array(select service_id from service_dependency where depends_on_id = service.id order by 1) as "neededBy",
      coalesce((select jsonb_agg(jsonb_build_object('number', incident.number, 'severity', incident.severity) order by incident.number)
        from incident_service join incident on incident.number = incident_number
        where service_id = service.id and incident.open and ${visibleTo(actor)}), '[]') as open,
      coalesce((select max(seq) from fact where stream = 'service:' || service.id), 0)::int as basis
    from service left join team on team.id = service.team_id left join escalation_policy policy on policy.id = service.policy_id
    order by service.tier, lower(service.name)`;
  const keys = rows.flatMap(({ primary, backup }) => [primary, backup]);
  const contacts = await loadContacts(database, keys, await readClock());
  const contactOf = (key: string | null) => contacts.get(key ?? '') ?? null;
  return rows.map((row) => ({ ...row, primary: contactOf(row.primary), backup: contactOf(row.backup) }));
}

/** The services to choose from when declaring. */
export async function readServiceChoices(): Promise<(ServiceRef & { tier: number; team: string | null })[]> {
  const services = await database.service.findMany({
    select: { id: true, name: true, tier: true, team: { select: { name: true } } },
    orderBy: [{ tier: 'asc' }, { name: 'asc' }],
  });
  return services.map(({ team, ...service }) => ({ ...service, team: team?.name ?? null }));
}

export interface PastIncident {
  number: number;
  title: string;
  severity: Severity;
  phase: string;
  declaredAt: string;
}

/** The last incidents about a service that the actor may see, newest first. */
export async function readServiceIncidents(actor: Actor, id: string, most = 10): Promise<PastIncident[]> {
  const rows = await database.$queryRaw<(Omit<PastIncident, 'declaredAt'> & { declaredAt: Date })[]>`
    select number, title, severity, phase, declared_at as "declaredAt"
    from incident_service join incident on number = incident_number
    where service_id = ${id} and ${visibleTo(actor)} order by declared_at desc, number desc limit ${most}`;
  return rows.map((row) => ({ ...row, declaredAt: row.declaredAt.toISOString() }));
}
