import { type ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { ServiceLinks } from './service-links';

type TeamCardProps = {
  team: {
    id: string;
    name: string;
    description: string;
    members: { id: string; name: string; lead: boolean; active: boolean }[];
    services: { id: string; name: string; tier: number }[];
  };
  actions?: ReactNode;
};

/** One team: its people, leads first, and what it owns. */
export function TeamCard({ team, actions }: TeamCardProps) {
  const leads = team.members.filter(({ lead }) => lead);
  return (
    <div id={team.id} className="scroll-mt-6">
      <Section title={team.name} count={team.members.length} action={actions}>
        {team.description && <p className="measure mb-2 text-muted">{team.description}</p>}
        <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
          {team.members.map(({ id, name, lead, active }) => (
            <li key={id} className="flex min-h-8 items-center gap-2.5">
              <Avatar id={id} name={name} size={24} silent />
              <span className={active ? 'truncate' : 'truncate text-muted line-through'}>{name}</span>
              {lead && <Badge tone="accent">lead</Badge>}
              {!active && <span className="text-xs text-muted">deactivated</span>}
            </li>
          ))}
        </ul>
        {team.members.length === 0 && <p className="text-muted">Nobody yet.</p>}
        {team.members.length > 0 && leads.length === 0 && (
          <p className="mt-1 text-xs text-high">No lead: when its services break, only administrators are told.</p>
        )}
        <div className="mt-3">
          <ServiceLinks services={team.services} none="It owns no services." />
        </div>
      </Section>
    </div>
  );
}
