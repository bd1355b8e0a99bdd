'use client';

import { Monitor, Smartphone } from 'lucide-react';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { PanelRow, Section } from '../ui/section';
import { Time } from '../ui/time';
import { toast } from '../ui/toast';
import { type Act, useAct } from '../people/use-act';

type Session = { id: string; device: string; address: string | null; signedInAt: string; seenAt: string };

type SessionsProps = {
  sessions: Session[];
  /** The id of the session that this page is read in. */
  here: string;
  end: Act<[id: string]>;
  endOthers: Act;
  /** Signs out this session too; goes to the sign-in page. */
  endAll: Act;
};

/** Where this person is signed in. */
export function Sessions({ sessions, here, end, endOthers, endAll }: SessionsProps) {
  const { pending, run } = useAct();
  const told = async (act: Act) => {
    const refusal = await act();
    if (refusal) toast.error(refusal.message);
    return refusal;
  };
  return (
    <Section
      title="Sessions"
      count={sessions.length}
      className="mt-8"
      action={
        <>
          {sessions.length > 1 && (
            <Button
              size="sm"
              pending={pending}
              onClick={() => run(() => told(endOthers), 'All other sessions are signed out')}
            >
              Sign out the others
            </Button>
          )}
          <Button
            size="sm"
            tone="danger"
            pending={pending}
            onClick={() => run(() => told(endAll), 'Signed out everywhere')}
          >
            Sign out everywhere
          </Button>
        </>
      }
    >
      {sessions.map(({ id, device, address, signedInAt, seenAt }) => {
        const Icon = /iPhone|iPad|Android/.test(device) ? Smartphone : Monitor;
        return (
          <PanelRow
            key={id}
            lead={<Icon className="size-4 shrink-0 text-muted" aria-hidden="true" />}
            end={
              id === here ? (
                <Badge tone="accent">This one</Badge>
              ) : (
                <Button
                  size="sm"
                  pending={pending}
                  onClick={() => run(() => told(() => end(id)), `${device} is signed out`)}
                >
                  Sign out
                </Button>
              )
            }
          >
            <span className="font-medium">{device}</span>
            {address && <span className="ml-2 font-mono text-xs text-muted">{address}</span>}
            <span className="ml-2 text-xs text-muted max-md:hidden">
              signed in <Time at={signedInAt} form="ago" />, used <Time at={seenAt} form="ago" />
            </span>
          </PanelRow>
        );
      })}
    </Section>
  );
}
