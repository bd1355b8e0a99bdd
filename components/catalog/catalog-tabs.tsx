import { Tabs } from '@/components/ui/tabs';

const places = [
  { key: 'list', href: '/services', label: 'Services' },
  { key: 'map', href: '/services?view=map', label: 'Map' },
  { key: 'vendors', href: '/vendors', label: 'Vendors' },
  { key: 'teams', href: '/teams', label: 'Teams' },
  { key: 'escalation', href: '/escalation', label: 'Escalation' },
  { key: 'matrix', href: '/matrix', label: 'Matrix' },
  { key: 'preflight', href: '/preflight', label: 'Preflight' },
  { key: 'file', href: '/catalog-file', label: 'File' },
] as const;

/** The ways to look at services, and who answers for them. */
export function CatalogTabs({ here }: { here: (typeof places)[number]['key'] }) {
  return (
    <Tabs label="Catalog" items={places.map(({ key, href, label }) => ({ href, label, current: key === here }))} />
  );
}
