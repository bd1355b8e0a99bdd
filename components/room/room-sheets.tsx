'use client';

import { type ReactNode, useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { cx } from '@/components/ui/cx';
import { Dialog } from '@/components/ui/dialog';
import { Section } from '@/components/ui/section';
import { isOpen } from '@/lib/core/incident/phases';
import { owedRoles } from '@/lib/core/incident/roles';
import { DecisionsPanel } from './decisions-panel';
import { HereList } from './here-list';
import { PagesPanel } from './pages-panel';
import { PeoplePanel } from './people-panel';
import { RolesPanel } from './roles-panel';
import { ServicesPanel } from './services-panel';
import { TasksPanel } from './tasks-panel';
import { VendorsPanel } from './vendors-panel';
import { useAsk } from './ask';

type Sheet = 'Roles' | 'Tasks' | 'Pages' | 'Decisions' | 'People';

const panels: Record<Sheet, ReactNode> = {
  Roles: <RolesPanel />,
  Tasks: <TasksPanel />,
  Pages: (
    <div className="flex flex-col gap-4">
      <PagesPanel />
      <VendorsPanel />
    </div>
  ),
  Decisions: <DecisionsPanel />,
  People: (
    <div className="flex flex-col gap-4">
      <HereSection />
      <PeoplePanel />
      <ServicesPanel />
    </div>
  ),
};

function HereSection() {
  const { present } = useRoom();
  return (
    <Section title="Here now" count={present.length}>
      <HereList />
    </Section>
  );
}

const titles: Record<Sheet, string> = {
  Roles: 'Who leads',
  Tasks: 'Who does what',
  Pages: 'Who is called and asked',
  Decisions: 'What is proposed and decided',
  People: 'Who is here, and what is broken',
};

/** On a phone the right-hand panels are sheets, each behind a tab that says what it holds. */
export function RoomSheets() {
  const { incident, roles, present, me } = useRoom();
  const { asked } = useAsk();
  const [open, setOpen] = useState<Sheet | null>(null);
  const owed = isOpen(incident.phase) ? owedRoles(incident, roles).length : 0;
  const tasks = incident.tasks.filter(({ endedAt }) => endedAt === null);
  const mine = tasks.filter(({ assignee }) => assignee.id === me.id).length;
  const { pages } = incident;
  const unanswered = pages.filter(({ state }) => state === 'calling' || state === 'unanswered').length;
  const proposed = incident.decisions.filter(({ state }) => state === 'proposed').length;
  const asking: Record<Sheet, string | null> = {
    Roles: owed > 0 ? `${owed} owed` : null,
    Tasks: mine > 0 ? `${mine} yours` : null,
    Pages: unanswered > 0 ? `${unanswered} open` : null,
    Decisions: proposed > 0 ? `${proposed} proposed` : null,
    People: null,
  };
  const counts: Record<Sheet, string> = {
    Roles: String(Object.keys(incident.roles).length),
    Tasks: String(tasks.length),
    Pages: String(pages.filter(({ state }) => state !== 'ended').length),
    Decisions: String(incident.decisions.filter(({ state }) => state !== 'withdrawn').length),
    People: `${present.length} here`,
  };
  return (
    <div role="group" aria-label="Panels" className="grid grid-cols-5 border-b border-line md:hidden">
      {(Object.keys(panels) as Sheet[]).map((sheet) => (
        <button
          key={sheet}
          type="button"
          onClick={() => setOpen(sheet)}
          className="flex min-h-12 flex-col items-center justify-center text-xs"
        >
          <span className="font-medium">{sheet}</span>
          <span className={cx('tnum', asking[sheet] ? 'font-semibold text-accent' : 'text-muted')}>
            {asking[sheet] ?? counts[sheet]}
          </span>
        </button>
      ))}
      {open && !asked && (
        <Dialog open onOpenChange={(now) => !now && setOpen(null)} title={titles[open]}>
          {panels[open]}
        </Dialog>
      )}
    </div>
  );
}
