'use client';

import { Menu as Lines } from 'lucide-react';
import { IconButton } from '../ui/icon-button';
import { Menu, MenuItem } from '../ui/menu';
import type { NavItem } from './console-nav';

/** Every screen from every screen of a phone, also where an incident's own bar stands in place of the bottom bar. */
export function ScreensMenu({ nav }: { nav: readonly NavItem[] }) {
  return (
    <Menu
      label="Screens"
      trigger={<IconButton label="Screens" icon={<Lines className="size-5!" />} className="md:hidden" />}
    >
      {nav.map(({ href, icon, label }) => (
        <MenuItem key={href} href={href} icon={icon}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
