import { languageNames, languageOf } from './language/language';
import { type AdministrationFact } from './facts';
import { type Change } from './facts/administration';
import { roleWords } from './access/role-words';
import { type PersonRole } from './access/actor';
import { between } from './instant';
import { outageSpan, silenceWords } from './notification/silence';
import { onCallSentence } from './oncall/on-call-sentence';

const role = (name: PersonRole) => roleWords[name].label.toLowerCase();

/** An administration fact as a person would say it, after the actor's name: "invited bea@example.com as responder". */
export function administrationSentence(fact: AdministrationFact): string {
  const own = 'person' in fact.data && fact.actor.id === fact.data.person.id;
  switch (fact.kind) {
    case 'person.created':
      return created(fact.data, own);
    case 'person.invited':
      return `invited ${fact.data.email} as ${role(fact.data.role)}`;
    case 'invitation.revoked':
      return `withdrew the invitation to ${fact.data.email}`;
    case 'person.role-changed':
      return `made ${fact.data.person.name} ${role(fact.data.to)} (was ${role(fact.data.from)})`;
    case 'person.renamed':
      return own
        ? `is now called ${fact.data.person.name} (was ${fact.data.from})`
        : `renamed ${fact.data.from} to ${fact.data.person.name}`;
    case 'person.language-changed': {
      const language = languageOf(fact.data.to);
      return `reads messages in ${language ? languageNames[language] : 'the language of the installation'}`;
    }
    case 'person.time-zone-changed':
      return `reads times in ${fact.data.to ?? 'the zone of their browser'}`;
    case 'person.deactivated':
      return `deactivated ${fact.data.person.name}`;
    case 'person.reactivated':
      return `reactivated ${fact.data.person.name}`;
    case 'sessions.revoked': {
      const sessions = fact.data.count === 1 ? 'one session' : `${fact.data.count} sessions`;
      return own ? `signed out of ${sessions}` : `signed ${fact.data.person.name} out of ${sessions}`;
    }
    case 'password.changed':
      return own ? 'changed their password' : `changed the password of ${fact.data.person.name}`;
    case 'recovery.offered':
      return own ? 'made a recovery link for themselves' : `made a recovery link for ${fact.data.person.name}`;
    case 'recovery.used':
      return 'came back by a recovery link';
    case 'passkey.added':
      return `added the passkey “${fact.data.name}”`;
    case 'passkey.removed':
      return `removed the passkey “${fact.data.name}”`;
    case 'contact-method.added':
      return `can be reached by ${by(fact.data)}, once that is verified`;
    case 'contact-method.verified':
      return `verified ${by(fact.data)}`;
    case 'contact-method.removed':
      return `can no longer be reached by ${by(fact.data)}`;
    case 'contact-method.gone':
      return `found that nothing arrives by ${by(fact.data)} of ${fact.data.person.name} any more`;
    case 'paging.went-out':
      return `found paging out. ${silenceWords[fact.data.silence]}`;
    case 'paging.returned':
      return `found paging back after ${outageSpan(between(fact.data.since, fact.at))}`;
    case 'notification-rules.changed':
      return 'changed how they want to be told';
    case 'channels.changed':
      return channelsSentence(fact.data);
    case 'token.created':
      return `made the API token “${fact.data.name}”, which acts as ${role(fact.data.role)}`;
    case 'token.revoked':
      return `revoked the API token “${fact.data.name}”`;
    case 'override.added':
    case 'override.removed':
    case 'swap.offered':
    case 'swap.accepted':
    case 'swap.declined':
    case 'swap.withdrawn':
    case 'holidays.imported':
    case 'time-off.imported':
    case 'calendar-feed.made':
    case 'calendar-feed.revoked':
      return onCallSentence(fact);
    case 'policy.changed':
      return `changed the severity policy to version ${fact.data.version}`;
    default:
      return recordSentence(fact);
  }
}

function by({ channel, shown }: { channel: string; shown: string }): string {
  return `${channel} (${shown})`;
}

function channelsSentence({ given, taken }: { given: string[]; taken: string[] }): string {
  const said = [
    ...(given.length > 0 ? [`set up ${given.join(' and ')}`] : []),
    ...(taken.length > 0 ? [`took away ${taken.join(' and ')}`] : []),
  ];
  return `${said.join(', ')} for what leaves Quarterdeck`;
}

const nouns = {
  team: 'team',
  service: 'service',
  vendor: 'vendor',
  role: 'role',
  schedule: 'schedule',
  escalation: 'escalation policy',
};
type RecordFact = Extract<AdministrationFact, { kind: `${keyof typeof nouns}.${string}` }>;

const verbs = { created: 'added', changed: 'changed', deleted: 'removed' };

function recordSentence({ kind, data }: RecordFact): string {
  const [noun, what] = kind.split('.') as [keyof typeof nouns, keyof typeof verbs];
  return `${verbs[what]} the ${nouns[noun]} ${data.name}${what === 'changed' ? fieldsOf(data) : ''}`;
}

/** Which fields a change touched: ": name, tier". */
function fieldsOf({ after }: Partial<Change>): string {
  const fields = Object.keys(after ?? {});
  return fields.length > 0 ? `: ${fields.join(', ')}` : '';
}

function created(
  { person, role: given, how }: Extract<AdministrationFact, { kind: 'person.created' }>['data'],
  own: boolean,
) {
  switch (how) {
    case 'set-up':
      return 'set Quarterdeck up, as its first administrator';
    case 'invitation':
      return own ? `came aboard as ${role(given)}` : `let ${person.name} in as ${role(given)}`;
    case 'command':
      return `made ${person.name} ${role(given)}, by command`;
    case 'demo':
      return `brought ${person.name} aboard as ${role(given)}, for the demo`;
  }
}
