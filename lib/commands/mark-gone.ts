import { system } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { channelWords } from '@/lib/core/notification/channel-words';
import { type ChannelName } from '@/lib/core/notification/channels';
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
  const words = channelWords[channel as ChannelName];
  const called = label || `${words} ${shown}`;
  const title = `Nothing reaches you by ${called} any more`;
  const body =
    channel === 'push'
      ? 'This browser no longer takes messages: turn it on again there, under Settings, Notifications.'
      : 'Its receiver says that the address is gone: remove it or give another, under Settings, Notifications.';
  const notice = { people: [person.id], kind: 'method-gone', title, body, url: '/settings/notifications' } as const;
  await tellPeople(unit, { stream, seq: fact?.seq ?? 0, now }, notice);
}
