import { randomUUID } from 'node:crypto';
import { type Instant } from '@/lib/core/instant';
import { type ScheduleInput } from '@/lib/core/oncall/schedule-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type KeptLayer, type KeptVersion, loadSchedules } from '@/lib/store/schedules';
import { type Unit } from '@/lib/store/transact';
import { inputJson } from '@/lib/store/input-json';
import { type RecordKind } from './record-kind';
import { refuseCalled } from './refuse-called';

type Tx = Unit['tx'];

/** A schedule; a change governs from its moment on, and who was on call before stays as it was. */
export const scheduleKind: RecordKind<ScheduleInput> = {
  noun: 'schedule',
  words: 'schedule',
  refuse: refuseSchedule,
  insert: (tx, id, input, now) => {
    const { name, timeZone } = input;
    const versions = inputJson(versionsWith([], keptLayers(input), now));
    return tx.schedule.create({ data: { id, name, timeZone, versions } });
  },
  update: async (tx, id, input, now) => {
    const { name, timeZone } = input;
    const row = await tx.schedule.findUniqueOrThrow({ where: { id }, select: { versions: true } });
    const kept = row.versions as unknown as KeptVersion[];
    const versions = inputJson(versionsWith(kept, keptLayers(input), now));
    await tx.schedule.update({ where: { id }, data: { name, timeZone, versions } });
  },
  describe: describeSchedule,
  refuseDeletion: (tx, id) => refuseCalled({ tx }, 'schedule', id),
  remove: (tx, id) => tx.schedule.delete({ where: { id } }),
};

/** What stands against writing this schedule down: a name in use, or people who are not there or change nothing. */
async function refuseSchedule(tx: Tx, id: string | null, input: ScheduleInput): Promise<Refusal | null> {
  const double = await tx.schedule.findFirst({
    where: { name: { equals: input.name, mode: 'insensitive' }, ...(id !== null && { NOT: { id } }) },
  });
  if (double) {
    const message = `There is a schedule called ${double.name} already.`;
    return refuse('taken', message, { name: message });
  }
  const ids = [...new Set(input.layers.flatMap(({ people }) => people))];
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { name: true, role: true } });
  const observer = people.find(({ role }) => role === 'observer');
  if (people.length === ids.length && !observer) return null;
  const message = observer
    ? `${observer.name} is an observer and cannot be on call.`
    : 'One of these people does not exist any more.';
  return refuse('invalid', message, { layers: message });
}

/** Layers as they are kept: a new one gets its id, which stays its own through every change. */
function keptLayers(input: ScheduleInput): KeptLayer[] {
  return input.layers.map((layer) => ({ ...layer, id: layer.id || randomUUID() }));
}

/** The versions once `layers` govern from `from` on: none when they govern already. */
function versionsWith(versions: readonly KeptVersion[], layers: KeptLayer[], from: Instant): KeptVersion[] {
  const last = versions.at(-1);
  if (last && JSON.stringify(last.layers) === JSON.stringify(layers)) return [...versions];
  return [...versions.filter((version) => version.from < from), { from, layers }];
}

/** A schedule as its facts speak of it: the layers that govern now, with names beside ids. */
async function describeSchedule(tx: Tx, id: string, now: Instant) {
  const schedule = (await loadSchedules(tx, [id], now, now)).get(id);
  if (!schedule) return null;
  return { name: schedule.name, timeZone: schedule.timeZone, layers: schedule.versions.at(-1)?.layers ?? [] };
}
