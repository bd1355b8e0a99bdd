import {
  Boxes,
  CalendarClock,
  Gauge,
  History,
  PanelsTopLeft,
  Scale,
  ScrollText,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  keys?: string;
  /** Address prefixes that also count as being here; one that ends in `/` means what is below it alone. */
  covers?: string[];
  /** Only its own address counts, not what is below it. */
  exact?: boolean;
};

/** Where the console goes, in the order of the night: what burns first, settings last. */
export const consoleNav: NavItem[] = [
  { href: '/', label: 'Board', icon: <PanelsTopLeft />, keys: 'g b', covers: ['/incidents/'] },
  { href: '/incidents', label: 'History', icon: <History />, keys: 'g h', exact: true },
  {
    href: '/services',
    label: 'Services',
    icon: <Boxes />,
    keys: 'g s',
    covers: ['/vendors', '/catalog-file', '/teams', '/escalation', '/matrix', '/preflight'],
  },
  { href: '/oncall', label: 'On call', icon: <CalendarClock />, keys: 'g o' },
  { href: '/people', label: 'People', icon: <Users />, keys: 'g p' },
  { href: '/cadence', label: 'Cadence', icon: <Gauge />, keys: 'g c' },
  { href: '/policy', label: 'Policy', icon: <Scale />, keys: 'g y', covers: ['/roles'] },
  { href: '/settings/account', label: 'Settings', icon: <SlidersHorizontal />, keys: 'g e', covers: ['/settings'] },
];

/** What an administrator sees beside it. */
export const administratorNav: NavItem[] = [
  ...consoleNav.slice(0, -1),
  { href: '/audit', label: 'Audit', icon: <ScrollText />, keys: 'g a' },
  ...consoleNav.slice(-1),
];
