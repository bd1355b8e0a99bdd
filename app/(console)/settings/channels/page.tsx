import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SettingsTabs } from '@/components/account/settings-tabs';
import { BreakerList } from '@/components/channels/breaker-list';
import { DeadLetters } from '@/components/channels/dead-letters';
import { MailForm } from '@/components/channels/mail-form';
import { PagingSigns } from '@/components/channels/paging-signs';
import { PrivateAddressesForm } from '@/components/channels/private-addresses-form';
import { TwilioForm } from '@/components/channels/twilio-form';
import { Page, PageHeader } from '@/components/shell/page-header';
import { FormError } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readChannels } from '@/lib/queries/channels';
import {
  resendAction,
  saveMailAction,
  savePrivateAction,
  saveTwilioAction,
  takeMailAction,
  takeTwilioAction,
} from './actions';

export const metadata: Metadata = { title: 'Channels' };

export default async function ChannelsPage() {
  if (!mayAdminister(await requireActor())) notFound();
  const { given, broken, givenUp, waiting, signs } = await readChannels();
  const { email, twilio, allowPrivate, unreadable } = given;
  return (
    <Page width="text">
      <PageHeader
        title="Channels"
        lead="What pages and news leave by. Chats, ntfy and webhooks need nothing but an address."
      >
        <SettingsTabs here="channels" administers />
      </PageHeader>
      <FormError>{unreadable}</FormError>
      <Section title="State">
        <PagingSigns signs={signs} />
        <BreakerList breakers={broken} waiting={waiting} />
      </Section>
      <Section title="Messages given up" count={givenUp.length} className="mt-8">
        <DeadLetters letters={givenUp} resend={resendAction} />
      </Section>
      <Section title="Mail server" className="mt-8">
        <MailForm email={email} save={saveMailAction} take={takeMailAction} />
      </Section>
      <Section title="SMS and calls, by Twilio" className="mt-8">
        <TwilioForm twilio={twilio} save={saveTwilioAction} take={takeTwilioAction} />
      </Section>
      <Section title="Addresses within your network" className="mt-8">
        <PrivateAddressesForm allowPrivate={allowPrivate} save={savePrivateAction} />
      </Section>
    </Page>
  );
}
