'use client';

import { ChevronDown } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { type ActAction } from '@/components/live/send-act';
import { Button } from '@/components/ui/button';
import { type Call } from '@/lib/core/incident/paging';
import { type PagingOut } from '@/lib/core/notification/silence';
import { CallBanner } from './call-banner';
import { CommandOffer } from './command-offer';
import { PagingOutBanner } from './paging-out-banner';
import { type LoadCalls, useCalls } from './use-calls';
import { usePagingOut } from './use-paging-out';

type CallsProps = {
  calls: Call[];
  load: LoadCalls;
  act: ActAction;
  /** While pages may not reach anybody. */
  out: PagingOut | null;
  administers: boolean;
};

/**
 * Over every screen: that paging is out, and the newest page for whoever is paged, who answers it wherever they are. Nothing on an
 * ordinary night.
 */
export function Calls({ calls: served, load, act, out: servedOut, administers }: CallsProps) {
  const out = usePagingOut(servedOut);
  const { calls, answer } = useCalls(served, load, act);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState(false);
  const rest = useId();
  const path = usePathname();
  const strip = useRef<HTMLDivElement>(null);
  const asking = calls.filter(({ asks }) => asks === 'answer');
  // In the room itself, taking command is offered already.
  const offered = calls.filter(
    ({ asks, page, incident }) => asks === 'command' && !later.has(page) && path !== `/incidents/${incident}`,
  );
  const shown = out !== null || asking.length + offered.length > 0;

  // A room fills the screen, and messages come over its top: both are told how much of it is taken.
  useEffect(() => {
    const element = strip.current;
    const { style } = document.documentElement;
    if (!shown || !element) return;
    const measure = () => {
      style.setProperty('--top-strip', `${element.offsetHeight}px`);
      style.setProperty('--under-strip', `${element.getBoundingClientRect().bottom}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--top-strip');
      style.removeProperty('--under-strip');
    };
  }, [shown]);

  if (!shown) return null;
  const [newest, ...others] = asking;
  return (
    <div ref={strip} className="sticky top-0 z-20 max-md:top-12 print:hidden">
      {out && <PagingOutBanner out={out} administers={administers} />}
      {newest && <CallBanner key={newest.page} call={newest} first answer={answer} />}
      {others.length > 0 && (
        <div className="border-b border-line bg-surface bg-linear-to-r from-critical-wash to-critical-wash px-4 py-1 md:px-6">
          <Button
            size="sm"
            tone="plain"
            aria-expanded={unfolded}
            aria-controls={rest}
            icon={<ChevronDown aria-hidden="true" className={unfolded ? 'rotate-180' : undefined} />}
            onClick={() => setUnfolded(!unfolded)}
          >
            {others.length} more {others.length === 1 ? 'page waits' : 'pages wait'} for you
          </Button>
        </div>
      )}
      <div id={rest} hidden={!unfolded} className="max-h-[50dvh] overflow-y-auto">
        {others.map((call) => (
          <CallBanner key={call.page} call={call} first={false} answer={answer} />
        ))}
      </div>
      {offered.slice(0, 1).map((call) => (
        <CommandOffer
          key={call.page}
          call={call}
          answer={answer}
          onLater={() => setLater((now) => new Set([...now, call.page]))}
        />
      ))}
    </div>
  );
}
