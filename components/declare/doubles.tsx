'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { IncidentSeverity } from '@/components/severity/incident-severity';
import { Time } from '@/components/ui/time';
import { type Likeness } from '@/lib/core/incident/similar';
import { type FindDoubles } from './choices';

const afterMs = 180;

/** Open incidents that what was typed so far may be a double of. */
export function useDoubles(find: FindDoubles, title: string, services: readonly string[]): Likeness[] {
  const [doubles, setDoubles] = useState<Likeness[]>([]);
  const chosen = services.join(' ');
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      find(title, chosen ? chosen.split(' ') : []).then(
        (found) => !stale && setDoubles(found),
        () => undefined,
      );
    }, afterMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [find, title, chosen]);
  return doubles;
}

/** The column beside the form, so that an offer moves nothing that is being filled in. */
export function DoublesColumn({ doubles }: { doubles: readonly Likeness[] }) {
  return (
    <aside aria-label="Already open" className="hidden border-l border-line pl-5 md:block">
      <p aria-hidden="true" className="text-xs font-medium text-muted">
        Already open
      </p>
      <div aria-live="polite">
        {doubles.length === 0 ? (
          <p className="mt-1.5 text-muted">Nothing open sounds like this.</p>
        ) : (
          <>
            <ul>
              {doubles.map((double) => (
                <li key={double.number}>
                  <Link
                    href={`/incidents/${double.number}`}
                    className="-mx-2 flex flex-col gap-0.5 rounded-md px-2 py-2 hover:bg-raised"
                  >
                    <span className="flex items-center gap-2 text-xs">
                      <IncidentSeverity severity={double.severity} unsure={double.severityUnsure} />
                      <span className="tnum text-muted">INC-{double.number}</span>
                      <Time at={double.declaredAt} form="ago" focusable={false} className="text-muted" />
                    </span>
                    <span className="font-medium">{double.title}</span>
                    <span className="text-xs text-muted">
                      {double.commander ? `${double.commander} commands` : 'Nobody commands yet'} · {double.phase}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <p className="mt-1 text-xs text-muted">If it is one of these, go there instead: one room, one truth.</p>
          </>
        )}
      </div>
    </aside>
  );
}

/** The likest one in a line, where there is no room for a column. */
export function DoubleLine({ double }: { double: Likeness | undefined }) {
  if (!double) return null;
  return (
    <Link
      href={`/incidents/${double.number}`}
      className="mr-auto flex min-w-0 flex-col text-xs md:hidden"
      aria-live="polite"
    >
      <span className="text-muted">Open already?</span>
      <span className="truncate font-medium text-accent underline">
        INC-{double.number} {double.title}
      </span>
    </Link>
  );
}
