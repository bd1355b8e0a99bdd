import { Tabs } from '../ui/tabs';

/** The parts of settings; channels and tokens for administrators. */
export function SettingsTabs({
  here,
  administers,
}: {
  here: 'account' | 'notifications' | 'channels' | 'tokens';
  administers: boolean;
}) {
  const items = [
    { href: '/settings/account', label: 'Your account', current: here === 'account' },
    { href: '/settings/notifications', label: 'Notifications', current: here === 'notifications' },
    ...(administers
      ? [
          { href: '/settings/channels', label: 'Channels', current: here === 'channels' },
          { href: '/settings/tokens', label: 'API tokens', current: here === 'tokens' },
        ]
      : []),
  ];
  return <Tabs label="Settings" items={items} />;
}
