'use client';

import { useRoom } from '@/components/live/room-context';
import { cx } from '@/components/ui/cx';
import { Elapsed } from '@/components/ui/elapsed';
import { Countdown } from '@/components/ui/live-dial';
import { useNow } from '@/components/ui/server-clock';
import { Time } from '@/components/ui/time';
import { commanderKey, commanderOf } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { msOf } from '@/lib/core/instant';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { PassingName } from './passing-name';
import { useQuickAct } from './use-acting';
import { mayRelieve, whyNot } from './why-not';

/** Who commands and for how long, or how long until somebody must. */
export function CommandLine() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  const { pending, run } = useQuickAct();
  const now = useNow();
  const commander = commanderOf(incident);
  const open = isOpen(incident.phase);
  const overdue = incident.commandDueAt !== null && msOf(incident.commandDueAt) <= now;
  const held = incident.roles[commanderKey];

  if (open && !commander) {
    return (
      <div
        className={cx(
          'flex shrink-0 items-center gap-3 rounded-md max-md:w-full max-md:justify-between',
          overdue ? 'bg-overdue-wash px-3 py-1' : 'py-1',
        )}
      >
        <span className={cx('text-sm', overdue && 'font-semibold text-overdue')}>
          Nobody commands
          {incident.commandDueAt && (
            <>
              {' '}
              · {!overdue && 'respond within '}
              <Countdown dueAt={msOf(incident.commandDueAt)} className="font-semibold" />
            </>
          )}
        </span>
        <ActButton
          tone="primary"
          pending={pending}
          reason={whyNot(room).takeCommand}
          hotkey={{ keys: 'c', label: 'Take command' }}
          onClick={() => void run('take-role', { role: commanderKey }, 'You command')}
        >
          Take command
        </ActButton>
      </div>
    );
  }
  const away = incident.commanderAwaySince;
  return (
    <div className="flex shrink-0 items-center gap-3 text-sm max-md:w-full max-md:justify-between">
      <span>
        {commander ? <PassingName person={commander} className="font-medium" /> : 'Nobody'}{' '}
        {open ? 'commands' : commander ? 'commanded' : 'commanded it'}
        {held && (
          <span className="text-muted">
            {' '}
            · <Elapsed since={msOf(held.since)} until={incident.endedAt ? msOf(incident.endedAt) : null} />
          </span>
        )}
      </span>
      {away && (
        <span className="flex items-center gap-2 font-medium text-overdue">
          left the room <Time at={away} form="ago" />
          {mayRelieve(room, commanderKey) && (
            <ActButton size="sm" tone="danger" onClick={() => ask({ kind: 'relieve', role: commanderKey })}>
              Relieve
            </ActButton>
          )}
        </span>
      )}
    </div>
  );
}
