import { system } from '@/lib/core/access/actor';
import { type Reader } from '@/lib/core/language/language';
import { type ChannelName } from '@/lib/core/notification/channels';
import { returnedText } from '@/lib/core/notification/outage-text';
import { readAdministrators } from '@/lib/store/administrators';
import { readClock } from '@/lib/store/clock';
import { sendAlone } from '@/lib/store/contact-methods';
import { recordFacts } from '@/lib/store/facts';
import { endOutage } from '@/lib/store/outage';
import { readReader } from '@/lib/store/reader';
import { tellPeople } from '@/lib/store/tell-people';
import { transact } from '@/lib/store/transact';
import { inApp, pagingStream } from './raise-alarm';

/** Says that paging works again, once, to whoever was told that it was out, by the way that reached them then. Answers whether it was out. */
export async function endAlarm(): Promise<boolean> {
  return transact(async (unit) => {
    const { tx, bells } = unit;
    const ended = await endOutage(tx);
    if (!ended) return false;
    const { since, told } = ended;
    const now = await readClock(tx);
    const [fact] = await recordFacts(unit, { stream: pagingStream, actor: system, now }, [
      { kind: 'paging.returned', data: { since } },
    ]);
    const people = await readAdministrators(tx);
    const outside = (reader: Reader) => returnedText(ended, now, reader);
    const url = '/settings/channels';
    await tellPeople(
      unit,
      { stream: pagingStream, seq: fact?.seq ?? 0, now },
      { people, kind: 'paging-returned', ...outside(inApp), url, outside, zone: inApp.timeZone },
    );
    const methods = await tx.contactMethod.findMany({ where: { id: { in: told.map(({ method }) => method) } } });
    for (const { channel, ...method } of methods) {
      const message = { purpose: 'alarm', ...outside(await readReader(tx, method.personId)), url } as const;
      await sendAlone(tx, { ...method, channel: channel as ChannelName }, message, now);
    }
    if (methods.length > 0) bells.push({ deliveries: true });
    return true;
  });
}
