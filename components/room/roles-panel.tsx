'use client';

import { MoreHorizontal, UserRound } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Countdown } from '@/components/ui/live-dial';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Section } from '@/components/ui/section';
import { commanderKey, type Held } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { owedRoles } from '@/lib/core/incident/roles';
import { msOf } from '@/lib/core/instant';
import { ActButton } from './act-button';
import { OwnInstructions } from './own-instructions';
import { PassingName } from './passing-name';
import { useAsk } from './ask';
import { useQuickAct } from './use-acting';
import { mayRelease, mayRelieve, whyNot } from './why-not';

/** Who holds which role, which are owed, and what is being handed over. */
export function RolesPanel() {
  const room = useRoom();
  const { incident, roles } = room;
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const { open, handOver } = whyNot(room);
  const order = (key: string) => roles.find((role) => role.key === key)?.position ?? 1_000;
  const held = Object.values(incident.roles).sort((a, b) => order(a.role.key) - order(b.role.key));
  const owed = isOpen(incident.phase) ? owedRoles(incident, roles) : [];
  return (
    <Section
      title="Roles"
      action={
        <>
          <ActButton
            size="sm"
            tone="plain"
            reason={open}
            hotkey={{ keys: 'r', label: 'Take or assign a role' }}
            onClick={() => ask({ kind: 'role' })}
          >
            Take or assign
          </ActButton>
          <ActButton
            size="sm"
            tone="plain"
            reason={handOver}
            hotkey={{ keys: 'h' }}
            onClick={() => ask({ kind: 'handover' })}
          >
            Hand over
          </ActButton>
        </>
      }
    >
      <ul>
        {held.map((each) => (
          <HeldRow key={each.role.key} held={each} />
        ))}
        {owed.map((role) => (
          <li
            key={role.key}
            className="flex min-h-9 items-center gap-2.5 border-b border-line py-1 last:border-b-0 max-md:min-h-11"
          >
            <span className="flex size-6 items-center justify-center rounded-sm border border-dashed border-edge text-muted">
              <UserRound className="size-3.5" aria-hidden="true" />
            </span>
            <span className="min-w-0 flex-1 truncate text-muted">{role.name}</span>
            <Badge tone="high">owed</Badge>
            {role.key !== commanderKey && (
              <ActButton
                size="sm"
                reason={open}
                aria-label={`Take ${role.name.toLowerCase()}`}
                onClick={() => void run('take-role', { role: role.key }, `You are ${role.name.toLowerCase()}`)}
              >
                Take
              </ActButton>
            )}
          </li>
        ))}
        {held.length + owed.length === 0 && <li className="py-1.5 text-muted">Nobody held a role.</li>}
      </ul>
      <OwnInstructions />
    </Section>
  );
}

function HeldRow({ held: { role, holder } }: { held: Held }) {
  const { incident, me } = useRoom();
  const offer = incident.handovers[role.key];
  return (
    <li className="border-b border-line py-1 last:border-b-0">
      <div className="flex min-h-7 items-center gap-2.5 max-md:min-h-11">
        <Avatar id={holder.id} name={holder.name} silent />
        <span className="min-w-0 flex-1 truncate">
          <PassingName person={holder} />
          {holder.id === me.id && <span className="text-muted"> (you)</span>}
        </span>
        <span className="text-xs text-muted">{role.name}</span>
        <HeldMenu role={role} holder={holder} />
      </div>
      {offer && (
        <div className="flex flex-wrap items-center gap-x-2 pl-8 text-xs text-accent">
          <span aria-hidden="true">→</span> offered to {offer.to.name}
          <Countdown dueAt={msOf(offer.expiresAt)} word={false} className="text-muted" />
          {offer.from.id === me.id && <Withdraw id={offer.id} />}
        </div>
      )}
    </li>
  );
}

function Withdraw({ id }: { id: string }) {
  const { pending, run } = useQuickAct();
  return (
    <ActButton
      size="sm"
      tone="plain"
      pending={pending}
      onClick={() => void run('withdraw-handover', { id }, 'Offer withdrawn')}
    >
      Withdraw
    </ActButton>
  );
}

function HeldMenu({ role, holder }: Pick<Held, 'role' | 'holder'>) {
  const room = useRoom();
  const { me } = room;
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const mine = holder.id === me.id;
  const open = whyNot(room).open === null;
  const release = mayRelease(room, role.key);
  const relieve = mayRelieve(room, role.key);
  if (!open || !(mine || release || relieve)) return <span className="w-control-sm max-md:hidden" />;
  return (
    <Menu
      label={role.name}
      align="end"
      trigger={<IconButton label={`${role.name}: more`} icon={<MoreHorizontal />} size="sm" />}
    >
      {mine && <MenuItem onSelect={() => ask({ kind: 'handover', role: role.key })}>Hand over</MenuItem>}
      {release && (
        <MenuItem onSelect={() => void run('release-role', { role: role.key }, `${role.name} released`)}>
          {mine ? 'Lay down' : `Release ${holder.name}`}
        </MenuItem>
      )}
      {relieve && (
        <MenuItem tone="danger" onSelect={() => ask({ kind: 'relieve', role: role.key })}>
          Relieve {holder.name}
        </MenuItem>
      )}
    </Menu>
  );
}
