import { type Metadata } from 'next';
import { SettingsTabs } from '@/components/account/settings-tabs';
import { GapMark } from '@/components/escalation/gap-mark';
import { AddMethodDialog } from '@/components/notifications/add-method-dialog';
import { MethodList } from '@/components/notifications/method-list';
import { RulesForm } from '@/components/notifications/rules-form';
import { ThisBrowser } from '@/components/notifications/this-browser';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/actor';
import { readerZone } from '@/lib/auth/reader-zone';
import { mayAdminister } from '@/lib/core/access/may';
import { MINUTE, between } from '@/lib/core/instant';
import { plannedOf } from '@/lib/core/notification/planned';
import { type NotificationRules } from '@/lib/core/notification/rules';
import { type OwnMethod, readOwnNotifications } from '@/lib/queries/own-notifications';
import {
  addMethodAction,
  findBrowserAction,
  removeMethodAction,
  saveRulesAction,
  sendCodeAction,
  testMethodAction,
  usualRulesAction,
  verifyMethodAction,
} from './actions';

export const metadata: Metadata = { title: 'Notifications' };

const anyMoment = '2000-01-01T00:00:00.000Z';

/** What goes out by each method, by the rule that plans it. */
function inForce(methods: readonly OwnMethod[], rules: NotificationRules) {
  const pages = plannedOf('paged', methods, rules, anyMoment);
  const news = plannedOf('told', methods, rules, anyMoment);
  return methods.map((method) => {
    const page = pages.find((planned) => planned.method === method.id);
    return {
      ...method,
      pageAfter: page ? Math.round(between(anyMoment, page.dueAt) / MINUTE) : null,
      news: news.some((planned) => planned.method === method.id),
    };
  });
}

export default async function NotificationsPage() {
  const actor = await requireActor();
  const [{ methods, rules, pushKey, lacks }, zone] = await Promise.all([readOwnNotifications(actor), readerZone()]);
  const { quiet } = rules;
  const usual = rules.page === null && rules.news === null && quiet === null;
  const verified = inForce(
    methods.filter((method) => method.verified && !method.gone),
    rules,
  );
  const acts = {
    verify: verifyMethodAction,
    sendCode: sendCodeAction,
    sendTest: testMethodAction,
    remove: removeMethodAction,
  };
  return (
    <Page width="text">
      <PageHeader title="Notifications" lead="How Quarterdeck reaches you while it is not open before you.">
        <SettingsTabs here="notifications" administers={mayAdminister(actor)} />
      </PageHeader>
      {verified.length === 0 && (
        <p className="mb-6">
          <GapMark>You are paged in the app alone: while it is closed, nobody can call you.</GapMark>
        </p>
      )}
      <Section title="This browser">
        {pushKey === null ? (
          <p className="measure py-2 text-muted">{lacks.push}</p>
        ) : (
          <ThisBrowser pushKey={pushKey} find={findBrowserAction} add={addMethodAction} remove={removeMethodAction} />
        )}
      </Section>
      <Section
        title="Ways to reach you"
        count={methods.length}
        className="mt-8"
        action={<AddMethodDialog add={addMethodAction} lacks={lacks} />}
      >
        {methods.length === 0 && (
          <p className="measure py-2 text-muted">
            Add your e-mail address or your phone, so that a page finds you wherever you are.
          </p>
        )}
        <MethodList methods={methods} lacks={lacks} acts={acts} />
      </Section>
      {verified.length > 0 && (
        <Section title="Pages and news" className="mt-8">
          <RulesForm
            methods={verified}
            quiet={quiet}
            usual={usual}
            zone={zone}
            save={saveRulesAction}
            asUsual={usualRulesAction}
          />
        </Section>
      )}
    </Page>
  );
}
