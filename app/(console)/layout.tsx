import { cookies } from 'next/headers';
import { type ReactNode } from 'react';
import { Calls } from '@/components/calls/calls';
import { DeclareHost } from '@/components/declare/declare-host';
import { KeyLink } from '@/components/keys/key-link';
import { LiveProvider } from '@/components/live/live-provider';
import { Bell } from '@/components/notices/bell';
import { ConsoleFrame } from '@/components/shell/console-frame';
import { administratorNav, consoleNav } from '@/components/shell/console-nav';
import { ChosenZone } from '@/components/ui/server-clock';
import { requireSession } from '@/lib/auth/actor';
import { mayAct, mayAdminister } from '@/lib/core/access/may';
import { readConsole } from '@/lib/queries/console';
import { loadCalls } from './calls';
import { declare, findDoubles, loadDeclareChoices } from './declare/actions';
import { findAnything } from './find';
import { act } from './incidents/[number]/actions';
import { loadNotices, readNotice } from './notices';
import { leave } from './sign-out';

/** Around every screen of whoever is signed in: the frame, the live line, what pages call them, the bell, the palette, and `d` to declare. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { actor, email, timeZone } = await requireSession();
  const [{ now, unread, calls, pagingOut, meanings }, jar] = await Promise.all([readConsole(actor), cookies()]);
  const theme = jar.get('qd-theme')?.value;
  return (
    <LiveProvider me={actor} now={now}>
      <ChosenZone zone={timeZone}>
        <ConsoleFrame
          person={{ id: actor.id, name: actor.name, email, role: actor.role }}
          theme={theme === 'night' || theme === 'day' ? theme : 'system'}
          signOut={leave}
          sessionsHref="/settings/account"
          nav={mayAdminister(actor) ? administratorNav : consoleNav}
          loadEntities={findAnything}
          top={<Calls calls={calls} load={loadCalls} act={act} out={pagingOut} administers={mayAdminister(actor)} />}
          bell={<Bell unread={unread} load={loadNotices} read={readNotice} />}
        >
          {children}
        </ConsoleFrame>
        <KeyLink keys="g t" href="/teams" label="Teams" group="Go to" />
        <KeyLink keys="g r" href="/roles" label="Roles of command" group="Go to" />
        {mayAct(actor) && (
          <DeclareHost
            meanings={meanings}
            declare={declare}
            findDoubles={findDoubles}
            loadChoices={loadDeclareChoices}
          />
        )}
      </ChosenZone>
    </LiveProvider>
  );
}
