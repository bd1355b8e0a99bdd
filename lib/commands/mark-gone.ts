import { system } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Reader } from '@/lib/core/language/language';
import { textsIn } from '@/lib/core/language/texts-in';
import { recordFacts } from '@/lib/store/facts';
import { tellPeople } from '@/lib/store/tell-people';
import { type Unit } from '@/lib/store/transact';

/** A receiver says that nothing arrives any more at this address: it counts no longer, and its person is told by another way, once. */
export async function markGone(unit: Unit, methodId: string, now: Instant): Promise<void> {
  const { tx } = unit;
  const { count } = await tx.contactMethod.updateMany({ where: { id: methodId, goneAt: null }, data: { goneAt: now } });
  if (count === 0) return;
  const { id, channel, shown, label, person } = await tx.contactMethod.findUniqueOrThrow({
    where: { id: methodId },
    include: { person: { select: { id: true, name: true } } },
  });
  const stream = `person:${person.id}`;
  const [fact] = await recordFacts(unit, { stream, actor: system, now }, [
    { kind: 'contact-method.gone', data: { person, id, channel, shown } },
  ]);
  const outside = ({ language }: Pick<Reader, 'language'>) => {
    const { title, browser, address } = textsIn(language).gone;
    return { title: title({ way: label || shown }), body: channel === 'push' ? browser : address };
  };
  await tellPeople(
    unit,
    { stream, seq: fact?.seq ?? 0, now },
    {
      people: [person.id],
      kind: 'method-gone',
      ...outside({ language: 'en' }),
      url: '/settings/notifications',
      outside,
      zone: 'UTC',
    },
  );
}
