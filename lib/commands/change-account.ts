import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { nameInput, timeZoneInput } from '@/lib/core/access/person-input';
import { languageInput } from '@/lib/core/language/language-input';
import { type NewAdministrationFact } from '@/lib/core/facts';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

const input = z.object({ name: nameInput, timeZone: timeZoneInput, language: languageInput.optional() });

/** Changes one's own name, time zone and, where it is given, language. Facts keep the name of their time. */
export async function changeAccount(caller: Caller, draft: unknown): Promise<PersonRef | Refusal> {
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const { name, timeZone, language } = parsed.input;
  return actOnSelf(caller, { name: 'change-account', draft }, async ({ tx }, { id }) => {
    const before = await tx.person.findUniqueOrThrow({
      where: { id },
      select: { name: true, timeZone: true, language: true },
    });
    await tx.person.update({ where: { id }, data: { name, timeZone, language } });
    const facts: NewAdministrationFact[] = [];
    const person = { id, name };
    if (before.name !== name) facts.push({ kind: 'person.renamed', data: { person, from: before.name } });
    if (before.timeZone !== timeZone) {
      facts.push({ kind: 'person.time-zone-changed', data: { person, from: before.timeZone, to: timeZone } });
    }
    if (language !== undefined && before.language !== language)
      facts.push({ kind: 'person.language-changed', data: { person, from: before.language, to: language } });
    return facts;
  });
}
