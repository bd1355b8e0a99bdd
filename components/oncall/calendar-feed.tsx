'use client';

import { CalendarPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Secret } from '@/components/people/secret';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/core/refusal';

type CalendarFeedProps = {
  /** What the feed shows: "your shifts", "this schedule". */
  shows: string;
  feed: { createdAt: string; readAt: string | null } | null;
  /** Makes the address, or makes it anew: the one before stops working. */
  make: () => Promise<{ address: string } | Refusal>;
  revoke: () => Promise<{ id: string } | Refusal>;
};

/** The reader's secret address for a calendar program: made, shown once, made anew, revoked. */
export function CalendarFeed({ shows, feed, make, revoke }: CalendarFeedProps) {
  const [address, setAddress] = useState<string | null>(null);
  const revoked = () => {
    setAddress(null);
    toast.done('That address shows nothing any more');
  };
  return (
    <Section title="In your calendar">
      <div className="flex flex-col gap-3 py-2">
        {address && feed ? (
          <>
            <p className="measure">
              Give this address to your calendar program as a subscription. Whoever knows it reads {shows}. Keep it now:
              it is not shown again.
            </p>
            <Secret label="Calendar address" value={address} />
          </>
        ) : feed ? (
          <p className="measure text-muted">
            Your calendar program reads {shows} at a secret address, made <Time at={feed.createdAt} form="date" />
            {feed.readAt ? (
              <>
                , last read <Time at={feed.readAt} form="ago" />.
              </>
            ) : (
              ', not read yet.'
            )}
          </p>
        ) : (
          <p className="measure text-muted">
            Your calendar program can read {shows} at a secret address: the past month and the next three, always as
            they are now.
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Act act={make} done={(made) => setAddress(made.address)} icon={<CalendarPlus />}>
            {feed ? 'Make the address anew' : 'Make a calendar address'}
          </Act>
          {feed && (
            <Act act={revoke} done={revoked} tone="plain">
              Revoke it
            </Act>
          )}
        </div>
      </div>
    </Section>
  );
}

type ActProps<Answer> = {
  act: () => Promise<Answer | Refusal>;
  done: (answer: Answer) => void;
  icon?: ReactNode;
  tone?: 'quiet' | 'plain';
  children: ReactNode;
};

function Act<Answer extends object>({ act, done, icon, tone = 'quiet', children }: ActProps<Answer>) {
  const router = useRouter();
  const { form, onSubmit, pending, refusal } = useSubmit(act, (answer) => {
    done(answer);
    router.refresh();
  });
  return (
    <form ref={form} onSubmit={onSubmit} className="flex flex-wrap items-center gap-2">
      {refusal && <FormError>{refusal.message}</FormError>}
      <Button type="submit" tone={tone} pending={pending} icon={icon}>
        {children}
      </Button>
    </form>
  );
}
