import { refOf, system } from '@/lib/core/access/actor';
import { incidentStream, record } from '@/lib/core/facts';
import { type Incident, commanderKey } from '@/lib/core/incident/incident';
import { fire } from '@/lib/core/incident/fire';
import { timersOf } from '@/lib/core/incident/timers';
import { type Instant, SECOND, between, plus } from '@/lib/core/instant';
import { figures } from '@/lib/figures';
import { log } from '@/lib/log';
import { commit, spans } from '@/lib/store/commit';
import { dropTimers, type TakenTimer, takeTimer } from '@/lib/store/due-timers';
import { lockIncident } from '@/lib/store/lock-incident';
import { loadPaging } from '@/lib/store/paging';
import { lastSeen } from '@/lib/store/presence';
import { digestSince } from '@/lib/store/since-update';
import { plan } from '@/lib/store/timers';
import { transact, type Unit } from '@/lib/store/transact';

/** `fired`: facts were recorded. `settled`: there was nothing to do, or another did it. `busy`: somebody is at the incident. */
export type Outcome = 'fired' | 'settled' | 'busy';

/** A timer whose reason is gone although the state still plans it would fire for ever: it waits this long. */
const puzzledMs = 30 * SECOND;

/**
 * Fires one timer of an incident, in one transaction with what comes of it: the incident is locked first (as commands do, so
 * that they never wait for each other in a circle), the timer taken if it is still due, and all decided on the state as it is now.
 */
export async function fireIncidentTimer(number: number, key: string): Promise<Outcome> {
  return transact(async (unit) => {
    const locked = await lockIncident(unit.tx, number, true);
    if (!locked) return absent(unit, number);
    const { incident, now } = locked;
    const timer = await takeTimer(unit.tx, key, now);
    if (!timer) return 'settled';
    const { facts, again } = fire(incident, timer, {
      now,
      spans,
      digest:
        timer.kind === 'cadence' && incident.cadence.reached === null
          ? await digestSince(unit.tx, incident)
          : { since: incident.cadence.base, lines: [] },
      commanderSeenAt: timer.kind === 'commander-away' ? await commanderSeen(unit, incident) : null,
      ...(await loadPaging(unit.tx, incident, timer, now)),
    });
    figures.timersFired.inc({ kind: timer.kind, outcome: facts.length > 0 ? 'fired' : 'settled' });
    figures.timerLateness.observe(Math.max(0, between(timer.dueAt, now)) / SECOND);
    if (facts.length === 0) {
      await waitAgain(unit, incident, timer, again, now);
      return 'settled';
    }
    const actor = refOf(system);
    const recorded = record(facts, { stream: incidentStream(number), seq: incident.seq, actor, now });
    const after = await commit(unit, incident, recorded);
    const next = timersOf(after, spans).find((planned) => planned.key === key);
    if (next) await plan(unit.tx, [next]);
    return 'fired';
  });
}

async function absent({ tx }: Unit, number: number): Promise<Outcome> {
  const exists = await tx.incident.findUnique({ where: { number }, select: { number: true } });
  if (exists) return 'busy';
  await dropTimers(tx, incidentStream(number));
  return 'settled';
}

async function commanderSeen({ tx }: Unit, incident: Incident): Promise<Instant | null> {
  const commander = incident.roles[commanderKey];
  return commander ? lastSeen(tx, incident.number, commander.holder.id) : null;
}

/** Nothing came of it: the row becomes what the state plans, at the moment that the decision asked for. */
async function waitAgain(
  { tx, bells }: Unit,
  incident: Incident,
  timer: TakenTimer,
  again: Instant | null,
  now: Instant,
): Promise<void> {
  const planned = timersOf(incident, spans).find(({ key }) => key === timer.key);
  if (!planned) return;
  const puzzled = !again && planned.dueAt <= now;
  if (puzzled) log.warn({ timer: timer.key }, 'a timer is due and nothing comes of it');
  await plan(tx, [{ ...planned, dueAt: again ?? (puzzled ? plus(now, puzzledMs) : planned.dueAt) }]);
  bells.push({ timers: true });
}
