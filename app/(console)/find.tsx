'use server';

import { Boxes, CalendarClock, CornerDownRight, Users } from 'lucide-react';
import { type PaletteEntity } from '@/components/keys/palette';
import { Avatar } from '@/components/ui/avatar';
import { type Severity as Mark, SeverityMark } from '@/components/ui/severity-mark';
import { currentActor } from '@/lib/auth/actor';
import { type Actor } from '@/lib/core/access/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { type Found, findEntities } from '@/lib/queries/palette';

/** What the palette offers for what was typed, of what this person may see. */
export async function findAnything(query: string): Promise<PaletteEntity[]> {
  const actor = await currentActor();
  if (!actor) return [];
  const text = String(query).trim().slice(0, 100);
  const found = (await findEntities(actor, text)).map(entityOf);
  if (text === '') return found;
  return [...found, ...pagesFor(actor, text), searchFor(text)];
}

function entityOf(found: Found): PaletteEntity {
  switch (found.kind) {
    case 'incident':
      return {
        id: `incident:${found.number}`,
        label: found.title,
        hint: `INC-${found.number} · ${found.phase}`,
        href: `/incidents/${found.number}`,
        lead: <SeverityMark severity={found.severity.toLowerCase() as Mark} shapeOnly />,
        group: found.open ? 'Open incidents' : 'Past incidents',
      };
    case 'service':
      return {
        id: `service:${found.id}`,
        label: found.name,
        hint: `tier ${found.tier}`,
        href: `/services/${found.id}`,
        lead: <Boxes className="size-4 shrink-0 text-muted" aria-hidden="true" />,
        group: 'Services',
      };
    case 'team':
      return {
        id: `team:${found.id}`,
        label: found.name,
        href: `/teams#${found.id}`,
        lead: <Users className="size-4 shrink-0 text-muted" aria-hidden="true" />,
        group: 'Teams',
      };
    case 'schedule':
      return {
        id: `schedule:${found.id}`,
        label: found.name,
        href: `/oncall/${found.id}`,
        lead: <CalendarClock className="size-4 shrink-0 text-muted" aria-hidden="true" />,
        group: 'On call',
      };
    case 'person':
      return {
        id: `person:${found.id}`,
        label: found.name,
        hint: found.role,
        href: `/people#${found.id}`,
        lead: <Avatar id={found.id} name={found.name} size={20} silent />,
        group: 'People',
      };
    default:
      return found satisfies never;
  }
}

const pages = [
  { href: '/', label: 'Board', words: 'open incidents' },
  { href: '/incidents', label: 'History', words: 'past incidents search' },
  { href: '/cadence', label: 'Cadence', words: 'score updates on time' },
  { href: '/services', label: 'Services', words: 'catalog' },
  { href: '/services?view=map', label: 'Service map', words: 'dependencies graph' },
  { href: '/teams', label: 'Teams', words: 'leads members' },
  { href: '/oncall', label: 'On call', words: 'schedules rota shifts overrides' },
  { href: '/catalog-file', label: 'Catalog as a file', words: 'yaml import export download git' },
  { href: '/vendors', label: 'Vendors', words: 'third parties providers suppliers support' },
  { href: '/escalation', label: 'Escalation policies', words: 'paging steps' },
  { href: '/matrix', label: 'Escalation matrix', words: 'who is told paged' },
  { href: '/preflight', label: 'Preflight', words: 'who would be paged gaps' },
  { href: '/people', label: 'People', words: 'invite' },
  { href: '/policy', label: 'Severity policy', words: 'critical high medium low response cadence' },
  { href: '/roles', label: 'Roles of command', words: 'commander deputy scribe' },
  { href: '/audit', label: 'Audit log', words: 'changes', administrators: true },
  { href: '/settings/account', label: 'Your account', words: 'password passkeys sessions settings' },
  { href: '/settings/tokens', label: 'API tokens', words: 'machine settings', administrators: true },
  { href: '/api/v1/docs', label: 'API', words: 'documentation' },
];

function pagesFor(actor: Actor, text: string): PaletteEntity[] {
  const wanted = text.toLowerCase();
  return pages
    .filter((page) => !page.administrators || mayAdminister(actor))
    .filter((page) => `${page.label} ${page.words}`.toLowerCase().includes(wanted))
    .map(({ href, label }) => ({ id: `page:${href}`, label, href, group: 'Pages' }));
}

function searchFor(text: string): PaletteEntity {
  return {
    id: `search:${text}`,
    label: `Search every incident for “${text}”`,
    href: `/incidents?text=${encodeURIComponent(text)}`,
    lead: <CornerDownRight className="size-4 shrink-0 text-muted" aria-hidden="true" />,
    group: 'History',
  };
}
