'use client';

import Link from 'next/link';
import { useRoom } from '@/components/live/room-provider';
import { Section } from '@/components/ui/section';
import { toldWords } from '@/lib/core/severity/policy-words';
import { ActButton } from './act-button';
import { useAsk } from './ask';
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
      <p className="py-1.5">
        {incident.services.length > 0 ? (
          incident.services.map(({ name }) => name).join(', ')
        ) : (
          <span className="text-muted">None named yet. Naming them says whose it is.</span>
        )}
      </p>
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
