import { type PersonRef } from '@/lib/core/access/actor';
import { notificationRulesInput, usualRules } from '@/lib/core/notification/rules';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { changeBetween } from '@/lib/core/catalog/change';
import { inputJson } from '@/lib/store/input-json';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

/** Says how one wants to be told, of pages and of news, from now on. */
export async function changeNotificationRules(caller: Caller, draft: unknown): Promise<PersonRef | Refusal> {
  const parsed = parse(notificationRulesInput, draft);
  if (isRefusal(parsed)) return parsed;
  const rules = parsed.input;
  return actOnSelf(caller, { name: 'change-notification-rules', draft }, async ({ tx }, person) => {
    const own = new Set((await tx.contactMethod.findMany({ where: { personId: person.id } })).map(({ id }) => id));
    const named = [...(rules.page ?? []).map(({ method }) => method), ...(rules.news ?? [])];
    if (named.some((id) => !own.has(id))) return refuse('not-found', 'One of these contact methods was removed.');
    const row = await tx.notificationRules.findUnique({ where: { personId: person.id } });
    const before = (row?.rules ?? usualRules) as Record<string, unknown>;
    const change = changeBetween(before, { ...rules });
    if (!change) return [];
    const data = { rules: inputJson(rules) };
    await tx.notificationRules.upsert({
      where: { personId: person.id },
      create: { personId: person.id, ...data },
      update: data,
    });
    return [{ kind: 'notification-rules.changed', data: { person, ...change } }];
  });
}
