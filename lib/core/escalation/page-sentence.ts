import { type FactOf } from '../facts';
import { type Ending, usualEnding } from './escalation-policy';
import { type PageFactKind } from './page';

type Sentenced = { [K in PageFactKind]: FactOf<K> }[PageFactKind];

/** What happened to a page as a sentence, without its lateness. */
export function pageSentence(fact: Sentenced): string {
  const who = fact.actor.name;
  switch (fact.kind) {
    case 'page.started': {
      const { about, policy } = fact.data;
      return policy ? `${who} began to page by “${policy.name}”: ${about}.` : `${who} began to page: ${about}`;
    }
    case 'page.called': {
      const { people, vendors = [], vacant, step } = fact.data;
      const gaps = vacant.length > 0 ? ` Nobody stood for ${names(vacant)}.` : '';
      if (people.length === 0)
        return `Step ${step + 1} is for ${names(vendors)} alone: nobody here was asked to answer.${gaps}`;
      return `Paged ${names(people)}.${gaps}`;
    }
    case 'page.skipped':
      return `Step ${fact.data.step + 1} stood for nobody (${names(fact.data.vacant) || 'all had declined'}) and was passed over.`;
    case 'page.acknowledged':
      if (fact.data.relieves) return `${fact.data.person.name} took the page over from ${fact.data.relieves.name}.`;
      return `${fact.data.person.name} acknowledged the page${by[fact.data.via]}.`;
    case 'page.declined':
      return `${fact.data.person.name} cannot take the page${fact.data.reason ? `: ${fact.data.reason}` : '.'}`;
    case 'page.excused':
      return `${names(fact.data.people)} may not answer the page any more, so nobody waits for them.`;
    case 'page.unanswered':
      return `Everybody was paged and nobody acknowledged: ${ended[fact.data.ending ?? usualEnding]}.`;
    case 'page.silent':
      return `Nothing was heard of ${fact.data.person.name} since they acknowledged: the page begins anew.`;
    case 'page.offered-on':
      return `The shift of ${fact.data.from.name} is over: the page is offered to ${names(fact.data.to)}.`;
    case 'page.withdrawn':
      return `${who} withdrew the page.`;
    default:
      return fact satisfies never;
  }
}

const ended: Record<Ending, string> = {
  'call-owners': 'administrators and leads are called',
  'call-everyone': 'everyone is called',
  'tell-owners': 'administrators and leads were told',
};

const by: Record<FactOf<'page.acknowledged'>['data']['via'], string> = {
  app: '',
  link: ' by its link',
  sms: ' by text message',
  voice: ' by telephone',
};

function names(things: readonly { name: string }[]): string {
  const all = things.map(({ name }) => name);
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
