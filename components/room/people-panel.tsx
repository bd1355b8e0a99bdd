'use client';

import { PencilLine } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { AvatarStack } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Section } from '@/components/ui/section';
import { isOpen } from '@/lib/core/incident/phases';
import { spanAdvice } from '@/lib/core/incident/span';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { useQuickAct } from './use-acting';
import { whyNot } from './why-not';

/** Who takes part, in which sub-teams, and when the commander has too many to lead. */
export function PeoplePanel() {
  const room = useRoom();
  const { incident, me } = room;
  const { ask } = useAsk();
  const { pending, run } = useQuickAct();
  const { open } = whyNot(room);
  const responders = Object.values(incident.responders);
  const inside = Boolean(incident.responders[me.id]);
  const advice = spanAdvice(incident);
  return (
    <Section
      title="Responders"
      count={responders.length}
      action={
        isOpen(incident.phase) && (
          <ActButton
            size="sm"
            tone="plain"
            pending={pending}
            reason={open}
            onClick={() => void (inside ? run('leave', {}, 'You left') : run('join', {}, 'You joined'))}
          >
            {inside ? 'Leave' : 'Join'}
          </ActButton>
        )
      }
    >
      {responders.length > 0 ? (
        <div className="py-1.5">
          <AvatarStack people={responders} max={10} label="Responders" />
        </div>
      ) : (
        <p className="py-1.5 text-muted">Nobody has joined yet.</p>
      )}
      {advice && (
        <div className="flex items-center gap-3 rounded-md bg-medium-wash px-3 py-1.5 text-xs">
          <span className="flex-1">{advice}</span>
          <ActButton size="sm" reason={open} onClick={() => ask({ kind: 'subteam' })}>
            Form one
          </ActButton>
        </div>
      )}
      <ul>
        {incident.subteams.map((team) => (
          <li key={team.id} className="flex items-center gap-2 border-b border-line py-1 last:border-b-0">
            <span className="min-w-0 flex-1 truncate">
              {team.name} <span className="text-xs text-muted">led by {team.lead.name}</span>
            </span>
            <AvatarStack people={[team.lead, ...team.members]} max={4} size={20} label={team.name} />
            {open === null && (
              <IconButton
                label={`Change ${team.name}`}
                icon={<PencilLine />}
                size="sm"
                onClick={() => ask({ kind: 'subteam', id: team.id })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
