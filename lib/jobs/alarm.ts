import { raiseAlarm } from '@/lib/commands/raise-alarm';
import { type Instant, MINUTE } from '@/lib/core/instant';
import { type Reader } from '@/lib/core/language/language';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { outText, returnedText } from '@/lib/core/notification/outage-text';
import { type PagingOut } from '@/lib/core/notification/silence';
import { log } from '@/lib/log';
import { type Administrator, readReachableAdministrators } from '@/lib/store/administrators';
import { readClock } from '@/lib/store/clock';
import { keepTold, type ToldBy } from '@/lib/store/outage';
import { readSettings } from './read-settings';
import { tellStraight } from './tell-straight';

type People = ReadonlyMap<string, Administrator>;

/** All that telling takes. */
interface Means {
  people: People;
  settings: ChannelSettings;
}

const freshForMs = MINUTE;

/** How administrators are told that paging is out, past all that may be out. */
export function makeAlarm() {
  let means: (Means & { readAt: number }) | null = null;
  let alone: { people: People; out: PagingOut } | null = null;

  return {
    /** Keeps in mind whom to tell and how, for the night on which the database cannot be asked. */
    prepare: async (now: Instant): Promise<void> => {
      if (means && performance.now() - means.readAt < freshForMs) return;
      means = { ...(await readMeans(now)), readAt: performance.now() };
    },

    /** Tells everybody who was not told yet, where no other process does. Answers with the outage, or null where another has it. */
    raise: async (silent: PagingOut): Promise<PagingOut | null> => {
      const claimed = await raiseAlarm(silent);
      if (!claimed) return null;
      const { out } = claimed;
      const { people, settings } = await readMeans(out.since);
      const left = without(people, claimed.told);
      const told = await tellStraight(left, outMessage(out), settings);
      const all = [...claimed.told, ...told];
      const done = without(people, all).size === 0;
      log.error({ ...out, told: all.length, administrators: people.size }, 'paging is out');
      if (await keepTold(all, done)) return out;
      // It came back while they were told that it was out.
      const now = await readClock();
      await tellStraight(only(left, told), backMessage(out, now), settings);
      return null;
    },

    /** Tells everybody without the database, once, by what was last read of it. */
    raiseAlone: async (out: PagingOut): Promise<void> => {
      if (alone || !means) return;
      const { people, settings } = means;
      alone = { people: new Map(), out };
      const told = await tellStraight(people, outMessage(out), settings);
      alone = { people: only(people, told), out };
      log.error({ ...out, told: told.length, administrators: people.size }, 'paging is out');
    },

    /** Tells those who were told without the database that it is back. */
    endAlone: async (now: Instant): Promise<void> => {
      if (!alone || !means) return;
      const { people, out } = alone;
      alone = null;
      await tellStraight(people, backMessage(out, now), means.settings);
    },
  };
}

function outMessage(out: PagingOut) {
  return { key: `paging-out-${out.since}`, text: (reader: Reader) => outText(out, reader) };
}

function backMessage(out: PagingOut, now: Instant) {
  return { key: `paging-back-${out.since}`, text: (reader: Reader) => returnedText(out, now, reader) };
}

async function readMeans(now: Instant): Promise<Means> {
  const [people, settings] = await Promise.all([readReachableAdministrators(now), readSettings()]);
  return { people, settings };
}

function without(people: People, told: readonly ToldBy[]): People {
  return new Map([...people].filter(([id]) => !told.some(({ person }) => person === id)));
}

/** These people by the very way that reached them. */
function only(people: People, told: readonly ToldBy[]): People {
  const entries = told.flatMap(({ person, method }): [string, Administrator][] => {
    const found = people.get(person);
    return found ? [[person, { ...found, ways: found.ways.filter((way) => way.method === method) }]] : [];
  });
  return new Map(entries);
}
