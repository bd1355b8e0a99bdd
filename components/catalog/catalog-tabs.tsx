import { Tabs } from '@/components/ui/tabs';

/** The two ways to look at services, and the teams beside them. */
export function CatalogTabs({ here }: { here: 'list' | 'map' | 'teams' }) {
  return (
    <Tabs
      label="Catalog"
      items={[
        { href: '/services', label: 'Services', current: here === 'list' },
        { href: '/services?view=map', label: 'Map', current: here === 'map' },
        { href: '/teams', label: 'Teams', current: here === 'teams' },
      ]}
    />
  );
}
