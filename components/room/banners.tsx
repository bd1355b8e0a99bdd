'use client';

import { type ReactNode } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Button } from '@/components/ui/button';
import { HandoverBanner } from './handover-banner';
import { WaitingList } from './waiting-list';

/** What must be known before anything else is pressed; nothing on an ordinary night. */
export function Banners() {
  const { outdated, refusal, incident, me } = useRoom();
  const offered = Object.values(incident.handovers).filter(({ to }) => to.id === me.id);
  return (
    <>
      {outdated && (
        <Strip>
          This page is older than the server. What you wrote is kept.
          <Button tone="primary" size="sm" onClick={() => location.reload()}>
            Reload
          </Button>
        </Strip>
      )}
      {refusal && (
        <Strip>
          {refusal.message} What you wrote is kept.
          <Button size="sm" onClick={() => location.reload()}>
            {refusal.refusal === 'not-signed-in' ? 'Sign in' : 'Try again'}
          </Button>
        </Strip>
      )}
      <WaitingList />
      {offered.map((handover) => (
        <HandoverBanner key={handover.id} handover={handover} />
      ))}
    </>
  );
}

function Strip({ children }: { children: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 border-b border-line bg-high-wash px-4 py-1.5 md:px-6"
    >
      {children}
    </div>
  );
}
