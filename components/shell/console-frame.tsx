import Link from 'next/link';
import type { ReactNode } from 'react';
import { KeyLink } from '../keys/key-link';
import { Palette, type LoadEntities } from '../keys/palette';
import { Sign } from '../ui/sign';
import { consoleNav, type NavItem } from './console-nav';
import { FindButton } from './find-button';
import { NavLink } from './nav-link';
import { PersonMenu, type ShellPerson, type Theme } from './person-menu';
import { ScreensMenu } from './screens-menu';

type ConsoleFrameProps = {
  person: ShellPerson;
  /** The person's choice, from the cookie `qd-theme`. */
  theme?: Theme;
  /** Server action. */
  signOut: () => Promise<void>;
  sessionsHref?: string;
  nav?: readonly NavItem[];
  /** Server action that finds incidents, services, people for the palette. */
  loadEntities?: LoadEntities;
  /** The bell with its count. */
  bell?: ReactNode;
  /** A strip above everything: the demo's clock, a lost connection. */
  top?: ReactNode;
  children: ReactNode;
};

/**
 * The console around every screen: a rail at the left of a desk; on a phone a header, and a bar at the bottom that gives way to a
 * screen's own thumb bar (any element with `data-thumb-bar`).
 */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { person, theme = 'system', signOut, sessionsHref = '/settings/sessions', nav = consoleNav } = props;
  return (
    <div className="console min-h-dvh md:pl-14">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="z-30 flex items-center border-line bg-ground max-md:sticky max-md:top-0 max-md:h-12 max-md:gap-1 max-md:border-b max-md:px-2 md:fixed md:inset-y-0 md:left-0 md:w-14 md:flex-col md:border-r md:pb-3 print:hidden">
        <Link
          href="/"
          aria-label="Quarterdeck: the board"
          className="flex size-control items-center justify-center rounded-md focus-visible:-outline-offset-2 md:mt-2.5 md:mb-2"
        >
          <Sign size={26} />
        </Link>
        <ScreensMenu nav={nav} />
        <nav aria-label="Main" className="hidden w-full flex-col md:flex">
          {nav.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </nav>
        <span className="flex-1" />
        <div className="flex items-center gap-1 md:flex-col">
          <FindButton />
          {props.bell}
          <PersonMenu person={person} theme={theme} sessionsHref={sessionsHref} signOut={signOut} />
        </div>
      </header>
      {props.top}
      <main id="main" tabIndex={-1} className="outline-none">
        {props.children}
      </main>
      <nav
        aria-label="Main"
        className="bottom-nav fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
      >
        {nav.slice(0, 4).map((item) => (
          <NavLink key={item.href} item={item} />
        ))}
        {nav.length > 4 && nav.slice(-1).map((item) => <NavLink key={item.href} item={item} />)}
      </nav>
      {nav.map(
        (item) =>
          item.keys && <KeyLink key={item.href} keys={item.keys} href={item.href} label={item.label} group="Go to" />,
      )}
      <Palette load={props.loadEntities} />
    </div>
  );
}
