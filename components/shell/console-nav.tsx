import { Boxes, History, PanelsTopLeft, Scale, SlidersHorizontal, Users } from 'lucide-react';
import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  keys?: string;
  /** Address prefixes that also count as being here. */
  covers?: string[];
};

/** Where the console goes, in the order of the night: what burns first, settings last. */
export const consoleNav: NavItem[] = [
  { href: '/', label: 'Board', icon: <PanelsTopLeft />, keys: 'g b', covers: ['/incidents'] },
  { href: '/history', label: 'History', icon: <History />, keys: 'g h' },
  { href: '/services', label: 'Services', icon: <Boxes />, keys: 'g s' },
  { href: '/people', label: 'People', icon: <Users />, keys: 'g p' },
  { href: '/policy', label: 'Policy', icon: <Scale />, keys: 'g y' },
  { href: '/settings', label: 'Settings', icon: <SlidersHorizontal />, keys: 'g e' },
];
