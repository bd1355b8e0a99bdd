'use client';

import { useRoom } from '@/components/live/room-context';
import { TabSign } from '@/components/ui/tab-sign';
import { cadenceMinutesOf, type Incident } from '@/lib/core/incident/incident';
import { MINUTE, msOf } from '@/lib/core/instant';

/** The tab counts down to whichever is owed first: a commander, or the update. */
export function RoomSign() {
  const { incident } = useRoom();
  return <TabSign {...signOf(incident)} />;
}

function signOf(incident: Incident): { dueAt: number | null; cadenceMs: number } {
  const { commandDueAt, cadence, policy, severity } = incident;
  if (commandDueAt !== null && (cadence.dueAt === null || commandDueAt <= cadence.dueAt)) {
    return { dueAt: msOf(commandDueAt), cadenceMs: policy.rules[severity].responseMinutes * MINUTE };
  }
  return {
    dueAt: cadence.dueAt === null ? null : msOf(cadence.dueAt),
    cadenceMs: (cadenceMinutesOf(incident) ?? 15) * MINUTE,
  };
}
