import { type Metadata } from 'next';
import { Board } from '@/components/board/board';
import { DeclareButton } from '@/components/declare/declare-button';
import { LiveDot } from '@/components/room/live-dot';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAct } from '@/lib/core/access/may';
import { readLastEnded, readOpenIncidents } from '@/lib/queries/board';

export const metadata: Metadata = { title: 'Board' };

export default async function BoardPage() {
  const actor = await requireActor();
  const [incidents, last] = await Promise.all([readOpenIncidents(actor), readLastEnded(actor)]);
  return (
    <Page>
      <PageHeader
        title="Board"
        actions={
          <>
            <LiveDot />
            {mayAct(actor) && <DeclareButton />}
          </>
        }
      />
      <Board incidents={incidents} last={last} mayDeclare={mayAct(actor)} />
    </Page>
  );
}
