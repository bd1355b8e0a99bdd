import { type Metadata } from 'next';
import { Board } from '@/components/board/board';
import { NewcomerAdvice } from '@/components/board/newcomer-advice';
import { ReadyGuide } from '@/components/board/ready-guide';
import { DeclareButton } from '@/components/declare/declare-button';
import { LiveDot } from '@/components/room/live-dot';
import { Page, PageHeader } from '@/components/shell/page-header';
import { requireActor } from '@/lib/auth/actor';
import { mayAct, mayAdminister } from '@/lib/core/access/may';
import { isReady } from '@/lib/core/readiness';
import { readLastEnded, readOpenIncidents } from '@/lib/queries/board';
import { readFurnishing } from '@/lib/queries/furnishing';

export const metadata: Metadata = { title: 'Board' };

export default async function BoardPage() {
  const actor = await requireActor();
  const [incidents, last, there] = await Promise.all([
    readOpenIncidents(actor),
    readLastEnded(actor),
    mayAdminister(actor) ? readFurnishing() : null,
  ]);
  const advice = there
    ? !isReady(there) && <ReadyGuide there={there} />
    : last === null && <NewcomerAdvice mayAct={mayAct(actor)} />;
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
      <Board incidents={incidents} last={last} mayDeclare={mayAct(actor)} advice={advice} />
    </Page>
  );
}
