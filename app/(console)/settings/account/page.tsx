import { type Metadata } from 'next';
import { Passkeys } from '@/components/account/passkeys';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { Sessions } from '@/components/account/sessions';
import { SettingsTabs } from '@/components/account/settings-tabs';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { requireSession } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { roleWords } from '@/lib/core/access/role-words';
import { readAccount } from '@/lib/queries/account';
import {
  changePasswordAction,
  endAllAction,
  endOthersAction,
  endSessionAction,
  removePasskeyAction,
  renamePasskeyAction,
  saveProfileAction,
} from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const { actor, sessionId } = await requireSession();
  const { name, email, timeZone, language, hasPassword, passkeys, sessions } = await readAccount(actor.id);
  return (
    <Page width="text">
      <PageHeader title="Your account" lead={`${email} · ${roleWords[actor.role].label}`}>
        <SettingsTabs here="account" administers={mayAdminister(actor)} />
      </PageHeader>
      <Section title="You">
        <ProfileForm name={name} timeZone={timeZone} language={language} save={saveProfileAction} />
      </Section>
      <Section title="Password" className="mt-8">
        <PasswordForm hasPassword={hasPassword} change={changePasswordAction} />
      </Section>
      <Passkeys passkeys={passkeys} rename={renamePasskeyAction} remove={removePasskeyAction} />
      <Sessions
        sessions={sessions}
        here={sessionId}
        end={endSessionAction}
        endOthers={endOthersAction}
        endAll={endAllAction}
      />
    </Page>
  );
}
