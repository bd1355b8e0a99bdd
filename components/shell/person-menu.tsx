'use client';

import { KeyRound, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useKeysOn } from '../keys/keys';
import { Avatar } from '../ui/avatar';
import { Menu, MenuChoice, MenuDivider, MenuItem, MenuSubmit } from '../ui/menu';
import { writePreference } from '../ui/preference';

export type Theme = 'system' | 'night' | 'day';
export type ShellPerson = { id: string; name: string; email?: string; role?: string };

const themes = [
  { value: 'system', label: 'As the system', icon: <Monitor /> },
  { value: 'night', label: 'Night', icon: <Moon /> },
  { value: 'day', label: 'Day', icon: <Sun /> },
] as const;

const keyChoices = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

type PersonMenuProps = { person: ShellPerson; theme: Theme; sessionsHref: string; signOut: () => Promise<void> };

/** Who is signed in, and what this person prefers. */
export function PersonMenu({ person, theme: served, sessionsHref, signOut }: PersonMenuProps) {
  const [theme, setTheme] = useState<Theme>(served);
  const [keysOn, setKeysOn] = useKeysOn();
  return (
    <Menu
      label="You"
      side="right"
      align="end"
      trigger={
        <button type="button" className="flex size-control items-center justify-center rounded-md hover:bg-raised">
          <Avatar id={person.id} name={person.name} size={24} silent />
          <span className="sr-only">You: {person.name}</span>
        </button>
      }
    >
      <div className="flex items-center gap-2.5 px-2 pt-1.5 pb-2">
        <Avatar id={person.id} name={person.name} size={32} silent />
        <div className="min-w-0">
          <div className="truncate font-medium">{person.name}</div>
          <div className="truncate text-xs text-muted">{[person.role, person.email].filter(Boolean).join(' · ')}</div>
        </div>
      </div>
      <MenuDivider />
      <MenuChoice
        label="Theme"
        value={theme}
        options={themes}
        onValueChange={(next) => {
          setTheme(next);
          writePreference('theme', next);
        }}
      />
      <MenuDivider />
      <MenuChoice
        label="Keys for acts"
        value={keysOn ? 'on' : 'off'}
        options={keyChoices}
        onValueChange={(next) => setKeysOn(next === 'on')}
      />
      <MenuDivider />
      <MenuItem href={sessionsHref} icon={<KeyRound />}>
        Sign-in and sessions
      </MenuItem>
      <form action={signOut}>
        <MenuSubmit icon={<LogOut />}>Sign out</MenuSubmit>
      </form>
    </Menu>
  );
}
