'use client';

import { Check, MoreHorizontal } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Countdown } from '@/components/ui/live-dial';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { msOf } from '@/lib/core/instant';
import { type VendorCase } from '@/lib/core/vendor/vendor-case';
import { wayWords } from '@/lib/core/vendor/vendor-sentence';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { concernedVendors } from './concerned-vendors';
import { whyNot } from './why-not';

/** Which vendors were asked, what they said, and when they are asked again. Absent where there is none to ask. */
export function VendorsPanel() {
  const room = useRoom();
  const { incident, services } = room;
  const { ask } = useAsk();
  const broken = new Set(incident.services.map(({ id }) => id));
  const concerned = concernedVendors(room);
  const unasked = concerned.filter(({ id }) => !incident.vendors.some(({ vendor }) => vendor.id === id));
  if (incident.vendors.length + concerned.length === 0) return null;
  const nameOf = (id: string) => services.find((service) => service.id === id)?.name ?? id;
  return (
    <Section
      title="Vendors"
      count={incident.vendors.filter(({ state }) => state === 'waiting').length}
      action={
        <ActButton
          size="sm"
          tone="plain"
          reason={whyNot(room).open}
          hotkey={{ keys: 'v', label: 'Contact a vendor' }}
          onClick={() => ask({ kind: 'vendor' })}
        >
          Contact
        </ActButton>
      }
    >
      <ul>
        {incident.vendors.map((each) => (
          <CaseRow key={each.vendor.id} each={each} />
        ))}
      </ul>
      {unasked.map(({ id, name, services: standing }) => (
        <p key={id} className="py-1 text-xs text-muted">
          {standing
            .filter((service) => broken.has(service))
            .map(nameOf)
            .join(', ')}{' '}
          stands on <span className="text-ink">{name}</span>, not asked yet.
        </p>
      ))}
    </Section>
  );
}

function CaseRow({ each }: { each: VendorCase }) {
  const { vendor, by, way, ticket, state, contactedAt, chaseAt, chases, answer } = each;
  return (
    <li aria-label={vendor.name} className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-start gap-2">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {vendor.name}
          {ticket && <span className="text-muted"> · ticket {ticket}</span>}
        </span>
        {state === 'answered' && (
          <Badge tone="done" icon={<Check aria-hidden="true" />}>
            answered
          </Badge>
        )}
        {state === 'given-up' && <Badge>given up</Badge>}
        {state === 'waiting' && chases > 0 && <Badge tone="overdue">no answer</Badge>}
        <CaseMenu each={each} />
      </div>
      <p className="text-xs text-muted">
        {by.name}, {wayWords[way]}, <Time at={contactedAt} form="ago" />
        {chaseAt !== null && (
          <>
            {' '}
            · ask again in <Countdown dueAt={msOf(chaseAt)} word={false} className="font-semibold text-ink" />
          </>
        )}
      </p>
      {answer && (
        <p className="text-xs wrap-anywhere">
          <span className="text-muted">
            <Time at={answer.at} form="clock" />:
          </span>{' '}
          {answer.text}
        </p>
      )}
    </li>
  );
}

function CaseMenu({ each: { vendor, state } }: { each: VendorCase }) {
  const room = useRoom();
  const { ask } = useAsk();
  if (whyNot(room).open !== null) return null;
  const { id, name } = vendor;
  return (
    <Menu label={name} align="end" trigger={<IconButton label={`${name}: more`} icon={<MoreHorizontal />} size="sm" />}>
      <MenuItem onSelect={() => ask({ kind: 'vendor-answer', id })}>Note their answer</MenuItem>
      {room.vendors.some((known) => known.id === id) && (
        <MenuItem onSelect={() => ask({ kind: 'vendor', id })}>Contact again</MenuItem>
      )}
      {state === 'waiting' && <MenuItem onSelect={() => ask({ kind: 'vendor-end', id })}>Wait no longer</MenuItem>}
    </Menu>
  );
}
