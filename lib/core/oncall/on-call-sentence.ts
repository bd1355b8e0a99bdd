import { type FactOf } from '../facts';
import { type OnCallFacts } from '../facts/on-call';

type OnCallFact = { [K in keyof OnCallFacts]: FactOf<K> }[keyof OnCallFacts];

/** What happened to who is on call as a person would say it, after the actor's name. Times in UTC, for a log that many zones read. */
export function onCallSentence(fact: OnCallFact): string {
  const own = 'person' in fact.data && fact.actor.id === fact.data.person.id;
  switch (fact.kind) {
    case 'override.added':
      return `put ${fact.data.person.name} on call in ${fact.data.schedule.name}${spanOf(fact.data)}`;
    case 'override.removed':
      return `took back that ${fact.data.person.name} is on call in ${fact.data.schedule.name}${spanOf(fact.data)}`;
    case 'swap.offered':
      return `offered ${fact.data.to?.name ?? 'anyone of the rota'} ${swapOf(fact.data)}`;
    case 'swap.accepted':
      return `took over from ${fact.data.offerer.name} ${swapOf(fact.data)}`;
    case 'swap.declined':
      return `declined to take over from ${fact.data.offerer.name} ${swapOf(fact.data)}`;
    case 'swap.withdrawn':
      return `withdrew the offer of ${swapOf(fact.data)}`;
    case 'holidays.imported':
      return fact.data.count === 0
        ? `removed the holidays of ${fact.data.schedule.name}`
        : `imported ${counted(fact.data.count, 'holiday')} of ${fact.data.schedule.name}`;
    case 'time-off.imported': {
      const whose = own ? 'their own time off' : `the time off of ${fact.data.person.name}`;
      return fact.data.count === 0 ? `removed ${whose}` : `imported ${whose}: ${counted(fact.data.count, 'time')} away`;
    }
    case 'calendar-feed.made':
      return `made a calendar address for ${feedOf(fact.data)}`;
    case 'calendar-feed.revoked':
      return `revoked the calendar address for ${feedOf(fact.data)}`;
  }
}

function swapOf({ schedule, shift, back }: OnCallFacts['swap.withdrawn']): string {
  return `the shift in ${schedule.name}${spanOf(shift)}${back ? `, for the one${spanOf(back)}` : ''}`;
}

function feedOf({ schedule }: OnCallFacts['calendar-feed.made']): string {
  return schedule ? schedule.name : 'their own shifts';
}

function spanOf({ from, to }: { from: string; to: string }): string {
  const utc = (instant: string) => instant.slice(0, 16).replace('T', ' ');
  return ` from ${utc(from)} to ${utc(to)} UTC`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
