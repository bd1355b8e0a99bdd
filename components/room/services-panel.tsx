'use client';

import Link from 'next/link';
import { type RoomService, useRoom } from '@/components/live/room-context';
import { Section } from '@/components/ui/section';
import { contactWords } from '@/lib/core/catalog/contact';
import { toldWords } from '@/lib/core/severity/policy-words';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { Impact } from './impact';
import { whyNot } from './why-not';

/** What is broken, by name, and the incidents that turned out to be the same one. */
export function ServicesPanel() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  return (
    <Section
      title="Services"
      action={
        <ActButton size="sm" tone="plain" reason={whyNot(room).ever} onClick={() => ask({ kind: 'services' })}>
          Change
        </ActButton>
      }
    >
      {incident.services.length === 0 && (
        <p className="py-1.5 text-muted">None named yet. Naming them says whose it is.</p>
      )}
      <ul className="py-1">
        {incident.services.map(({ id, name }) => (
          <li key={id} className="flex min-h-7 flex-wrap items-baseline gap-x-2 wrap-anywhere">
            <span>{name}</span>
            <AskWhom service={room.services.find((each) => each.id === id)} />
          </li>
        ))}
      </ul>
      <Impact />
      {incident.absorbed.length > 0 && (
        <p className="pb-1.5 text-xs text-muted">
          Also reported as{' '}
          {incident.absorbed.map((number, index) => (
            <span key={number}>
              {index > 0 && ', '}
              <Link href={`/incidents/${number}`} className="text-accent underline">
                INC-{number}
              </Link>
            </span>
          ))}
        </p>
      )}
      <p className="text-xs text-muted">
        Told by severity policy version {incident.policy.version}:{' '}
        {toldWords[incident.policy.rules[incident.severity].told]}.
      </p>
    </Section>
  );
}

/** Whom to ask about a service: the primary contact, by name where a schedule has somebody on call, then the backup. */
function AskWhom({ service }: { service: RoomService | undefined }) {
  const contact = service?.primary ?? service?.backup;
  if (!service || !contact) return null;
  const other = service.primary && service.backup;
  return (
    <span className="text-xs text-muted">
      ask {contactWords(contact)}
      {other && <span>, then {contactWords(other)}</span>}
    </span>
  );
}
