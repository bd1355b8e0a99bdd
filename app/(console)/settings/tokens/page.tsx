import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SettingsTabs } from '@/components/account/settings-tabs';
import { NewToken } from '@/components/account/token-form';
import { TokenTable } from '@/components/account/token-table';
import { Page, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readTokens } from '@/lib/queries/tokens';
import { createTokenAction, revokeTokenAction } from './actions';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage() {
  if (!mayAdminister(await requireActor())) notFound();
  const tokens = await readTokens();
  return (
    <Page width="text">
      <PageHeader
        title="API tokens"
        lead={
          <>
            For machines that declare, read and update incidents by the{' '}
            <a href="/api/v1/docs" className="text-accent underline underline-offset-2">
              API
            </a>
            .
          </>
        }
        actions={<NewToken action={createTokenAction} />}
      >
        <SettingsTabs here="tokens" administers />
      </PageHeader>
      {tokens.length > 0 ? (
        <TokenTable tokens={tokens} revoke={revokeTokenAction} />
      ) : (
        <EmptyState title="No machine has a token yet">
          Make one for each machine, so that each can be revoked alone and the timeline says which one acted.
        </EmptyState>
      )}
    </Page>
  );
}
