import Link from 'next/link';
import { TierMark } from './tier-mark';

type ServiceLinksProps = {
  services: readonly { id: string; name: string; tier: number }[];
  /** What is said where there are none. */
  none: string;
};

/** Services by name, each a way to its page. */
export function ServiceLinks({ services, none }: ServiceLinksProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
      {services.length === 0
        ? none
        : services.map(({ id, name, tier }) => (
            <Link
              key={id}
              href={`/services/${id}`}
              className="inline-flex min-h-6 items-center gap-2 rounded-sm text-ink hover:underline max-md:min-h-11"
            >
              <span className="text-muted">
                <TierMark tier={tier} wordless />
              </span>
              {name}
            </Link>
          ))}
    </div>
  );
}
