import { randomUUID } from 'node:crypto';
import { type Metadata } from 'next';
import { DeclarePageForm } from '@/components/declare/declare-page-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAct } from '@/lib/core/access/may';
import { readConsole } from '@/lib/queries/console';
import { declare, declareAndGo, findDoubles, loadDeclareChoices } from './actions';

export const metadata: Metadata = { title: 'Declare an incident' };

export default async function DeclarePage() {
  const actor = await requireActor();
  const [{ meanings }, choices] = await Promise.all([readConsole(actor), loadDeclareChoices()]);
  return (
    <Page>
      <PageHeader title="Declare an incident" lead="When in doubt, declare: it costs a minute to call it off." />
      {mayAct(actor) ? (
        <div className="max-w-[52rem]">
          <DeclarePageForm
            requestKey={randomUUID()}
            meanings={meanings}
            choices={choices}
            declare={declare}
            declareAndGo={declareAndGo}
            findDoubles={findDoubles}
          />
        </div>
      ) : (
        <EmptyState title="Observers read everything and change nothing">
          Ask an administrator to make you a responder, or tell one of the people in command what you see.
        </EmptyState>
      )}
    </Page>
  );
}
