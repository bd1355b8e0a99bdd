'use client';

import Link from 'next/link';
import { useRoom } from '@/components/live/room-context';
import { impactOf, pathSentence } from '@/lib/core/catalog/impact';

/** More than this are folded away behind their number. */
const mostInSight = 3;

/** The services that suffer because they depend on what is broken; each says by which way in its tip. */
export function Impact() {
  const { incident, services } = useRoom();
  const names = new Map(services.map(({ id, name }) => [id, name]));
  const needs = new Map(services.map((service) => [service.id, service.needs]));
  const impact = impactOf(
    needs,
    incident.services.map(({ id }) => id),
  ).map(({ id, path }) => ({ id, path: path.map((each) => names.get(each) ?? each) }));
  if (impact.length === 0) return null;
  const list = (
    <ul className="flex flex-wrap gap-x-3">
      {impact.map(({ id, path }) => (
        <li key={id} className="flex min-h-6 items-center max-md:min-h-11">
          <Link
            href={`/services/${id}`}
            data-tip={pathSentence(path)}
            className="rounded-sm underline decoration-edge hover:decoration-accent"
          >
            {path[0]}
            <span className="sr-only">: {pathSentence(path)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
  const title = impact.length === 1 ? 'One service depends on this' : `${impact.length} services depend on this`;
  return (
    <div className="pb-1.5 text-xs">
      {impact.length > mostInSight ? (
        <details>
          <summary className="min-h-6 py-1 text-muted select-none hover:text-ink">{title}</summary>
          {list}
        </details>
      ) : (
        <>
          <p className="text-muted">{title}:</p>
          {list}
        </>
      )}
    </div>
  );
}
