'use client';

import Link from 'next/link';
import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { severities, type Severity } from '@/lib/core/severity/severity';
import { kinOf, layOut, nodeHeight, nodeWidth, pathOf } from './map-layout';
import { TierMark } from './tier-mark';

type MapService = {
  id: string;
  name: string;
  tier: number;
  needs: string[];
  open: { number: number; severity: Severity }[];
};

const edgeOf: Record<Severity, string> = {
  Critical: 'border-critical',
  High: 'border-high',
  Medium: 'border-medium',
  Low: 'border-low',
};

/** The services as they stand on one another, from what people meet at the left to what everything stands on at the right. */
export function ServiceMap({ services }: { services: readonly MapService[] }) {
  const [looked, setLooked] = useState<string | null>(null);
  const map = layOut(services);
  const kin = looked === null ? null : kinOf(services, looked);
  const named = new Map(services.map((service) => [service.id, service]));
  const nameOf = (id: string) => named.get(id)?.name ?? id;

  function words({ id, tier, needs, open }: MapService): string {
    const users = services.filter((other) => other.needs.includes(id)).map(({ name }) => name);
    return [
      `${nameOf(id)}, tier ${tier}`,
      needs.length ? `needs ${needs.map(nameOf).join(', ')}` : 'needs nothing',
      users.length ? `needed by ${users.join(', ')}` : 'needed by nothing',
      open.length ? `${open.length} open ${open.length === 1 ? 'incident' : 'incidents'}` : '',
    ]
      .filter(Boolean)
      .join('; ');
  }

  const node = (service: MapService, place?: { x: number; y: number }) => {
    const worst = severities.find((severity) => service.open.some((incident) => incident.severity === severity));
    return (
      <Link
        key={service.id}
        href={`/services/${service.id}`}
        aria-label={words(service)}
        onPointerEnter={() => setLooked(service.id)}
        onPointerLeave={() => setLooked(null)}
        onFocus={() => setLooked(service.id)}
        onBlur={() => setLooked(null)}
        style={place && { left: place.x, top: place.y, width: nodeWidth, height: nodeHeight }}
        className={cx(
          'flex items-center gap-2 rounded-md border bg-surface px-2.5 text-sm transition-[opacity,border-color]',
          place ? 'absolute' : 'h-10',
          worst ? edgeOf[worst] : looked === service.id ? 'border-accent' : 'border-edge/60',
          kin && !kin.has(service.id) && 'opacity-35',
        )}
      >
        <span className="text-muted">
          <TierMark tier={service.tier} wordless />
        </span>
        <span className="line-clamp-2 min-w-0 flex-1 leading-tight font-medium wrap-anywhere">{service.name}</span>
        {worst && <SeverityMark severity={worst.toLowerCase() as Mark} shapeOnly size={12} />}
      </Link>
    );
  };

  return (
    <div className="flex flex-col gap-6">
      {map.nodes.length > 0 && (
        <div role="region" aria-label="Map of services" tabIndex={-1} className="-my-3 overflow-x-auto py-3">
          <div className="mb-5 flex justify-between gap-6 text-xs text-muted" style={{ width: map.width }}>
            <span>What people meet</span>
            <span>What everything stands on</span>
          </div>
          <div className="relative" style={{ width: map.width, height: map.height }}>
            <svg width={map.width} height={map.height} aria-hidden="true" className="absolute inset-0 overflow-visible">
              {map.edges.map(({ from, to, points }) => {
                const lit = kin !== null && kin.has(from) && kin.has(to);
                const end = points.at(-1);
                return (
                  <g
                    key={`${from} ${to}`}
                    className={cx(
                      'transition-[opacity,color]',
                      lit ? 'text-accent' : 'text-faint',
                      kin && !lit && 'opacity-25',
                    )}
                  >
                    <path d={pathOf(points)} fill="none" stroke="currentColor" strokeWidth={lit ? 1.8 : 1.2} />
                    {end && (
                      <path
                        d={`M${end.x - 6} ${end.y - 3.5}L${end.x} ${end.y}L${end.x - 6} ${end.y + 3.5}Z`}
                        fill="currentColor"
                      />
                    )}
                  </g>
                );
              })}
            </svg>
            {map.nodes.map((place) => {
              const service = named.get(place.id);
              return service && node(service, place);
            })}
          </div>
        </div>
      )}
      {map.alone.length > 0 && (
        <div>
          <h2 className="text-xs text-muted">Connected to nothing</h2>
          <div className="mt-2 flex flex-wrap gap-3">
            {map.alone.map((id) => {
              const service = named.get(id);
              return service && node(service);
            })}
          </div>
        </div>
      )}
    </div>
  );
}
