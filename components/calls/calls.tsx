'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type ActAction } from '@/components/live/send-act';
import { type Call } from '@/lib/core/incident/paging';
import { CallBanner } from './call-banner';
import { CommandOffer } from './command-offer';
import { type LoadCalls, useCalls } from './use-calls';

/** More than these are in the room and among the notices. */
const mostShown = 3;

type CallsProps = { calls: Call[]; load: LoadCalls; act: ActAction };

/** Over every screen: who is paged sees it, and answers it, wherever they are. Nothing on an ordinary night. */
export function Calls({ calls: served, load, act }: CallsProps) {
  const { calls, answer } = useCalls(served, load, act);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const path = usePathname();
  const strip = useRef<HTMLDivElement>(null);
  const asking = calls.filter(({ asks }) => asks === 'answer');
  // In the room itself, taking command is offered already.
  const offered = calls.filter(
    ({ asks, page, incident }) => asks === 'command' && !later.has(page) && path !== `/incidents/${incident}`,
  );
  const shown = asking.length + offered.length > 0;

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
  return (
    <div ref={strip} className="sticky top-0 z-20 max-md:top-12 print:hidden">
      {asking.slice(0, mostShown).map((call, index) => (
        <CallBanner key={call.page} call={call} first={index === 0} answer={answer} />
      ))}
      {asking.length > mostShown && (
        <p className="border-b border-line bg-critical-wash px-4 py-1.5 text-xs md:px-6">
          {asking.length - mostShown} more pages wait for you, among your notices.
        </p>
      )}
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
