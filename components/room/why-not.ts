import { type Room } from '@/components/live/room-context';
import { mayAct } from '@/lib/core/access/may';
import { commanderKey, commanderOf, type Decision, type RoleRef } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { msOf } from '@/lib/core/instant';

/** Why a button does nothing now, in words for its tip; null when it acts. The server decides again on every press. */
export interface WhyNot {
  /** Anything at all. */
  ever: string | null;
  /** What only an open incident takes. */
  open: string | null;
  noChange: string | null;
  snooze: string | null;
  takeCommand: string | null;
  handOver: string | null;
}

export function whyNot({ incident, me }: Pick<Room, 'incident' | 'me'>): WhyNot {
  const ever = mayAct(me) ? null : 'Observers read everything and change nothing.';
  const open = ever ?? (isOpen(incident.phase) ? null : `INC-${incident.number} is ${incident.phase}.`);
  const commander = commanderOf(incident);
  const holdsOne = Object.values(incident.roles).some(({ holder }) => holder.id === me.id);
  return {
    ever,
    open,
    noChange: open ?? (incident.update ? null : 'There is no update yet to confirm. Write the first one.'),
    snooze:
      open ??
      (incident.cadence.dueAt === null ? 'No update is owed.' : null) ??
      (incident.cadence.snoozed ? 'This update was snoozed once already.' : null),
    takeCommand: open ?? (commander ? `${commander.name} commands.` : null),
    handOver: open ?? (holdsOne ? null : 'You hold no role to hand over.'),
  };
}

/** A commander who is gone may be relieved by anyone, any holder by an administrator. */
export function mayRelieve({ incident, me }: Pick<Room, 'incident' | 'me'>, role: string): boolean {
  const held = incident.roles[role];
  if (!held || held.holder.id === me.id || !mayAct(me) || !isOpen(incident.phase)) return false;
  return me.role === 'administrator' || (role === commanderKey && incident.commanderAwaySince !== null);
}

/** A role but command is laid down by its holder, or taken back by the commander or an administrator. */
export function mayRelease({ incident, me }: Pick<Room, 'incident' | 'me'>, role: string): boolean {
  const held = incident.roles[role];
  if (!held || role === commanderKey || !mayAct(me) || !isOpen(incident.phase)) return false;
  return held.holder.id === me.id || commanderOf(incident)?.id === me.id || me.role === 'administrator';
}

/** Whether an objection would be heard: once, before the window closes (`now` in epoch milliseconds), and not by its author. */
export function mayObject({ me }: Pick<Room, 'me'>, decision: Decision, now: number): boolean {
  const said = decision.by.id === me.id || decision.objections.some(({ by }) => by.id === me.id);
  return mayAct(me) && !said && isPending(decision, now);
}

export function mayWithdraw({ incident, me }: Pick<Room, 'incident' | 'me'>, decision: Decision, now: number): boolean {
  const theirs = decision.by.id === me.id || commanderOf(incident)?.id === me.id;
  return mayAct(me) && theirs && isPending(decision, now);
}

/** Whether a page calls me and I have not answered it. */
export function mayDecline({ incident, me }: Pick<Room, 'incident' | 'me'>, pageId: string): boolean {
  const page = incident.pages.find(({ id }) => id === pageId);
  if (!page || page.state === 'ended' || page.acknowledgedBy) return false;
  return page.called.findLast(({ person }) => person.id === me.id)?.answer === null;
}

function isPending({ state, closesAt }: Decision, now: number): boolean {
  return state === 'proposed' && now < msOf(closesAt);
}

/** A role as what one offers or takes: `command`, `the role of scribe`. */
export function roleWords({ key, name }: RoleRef): string {
  return key === commanderKey ? 'command' : `the role of ${name.toLowerCase()}`;
}
