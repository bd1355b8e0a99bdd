import { Tabs } from '../ui/tabs';

/** The parts of settings; tokens for administrators. */
export function SettingsTabs({ here, administers }: { here: 'account' | 'tokens'; administers: boolean }) {
  const items = [
    { href: '/settings/account', label: 'Your account', current: here === 'account' },
    ...(administers ? [{ href: '/settings/tokens', label: 'API tokens', current: here === 'tokens' }] : []),
  ];
  return items.length > 1 ? <Tabs label="Settings" items={items} /> : null;
}
