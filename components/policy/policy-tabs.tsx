import { Tabs } from '@/components/ui/tabs';

export function PolicyTabs({ here }: { here: 'policy' | 'roles' }) {
  return (
    <Tabs
      label="How incidents are run"
      items={[
        { href: '/policy', label: 'Severity policy', current: here === 'policy' },
        { href: '/roles', label: 'Roles of command', current: here === 'roles' },
      ]}
    />
  );
}
