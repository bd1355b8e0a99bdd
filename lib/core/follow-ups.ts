// Who must be told because of a fact: committed with it, so that a crash can neither lose nor double it.
import { type FactOf, type IncidentFact } from './facts';
import { type Incident, commanderKey, commanderOf } from './incident/incident';
import { sentenceOf } from './incident/sentence';
import { type Audience, type NoticeDue, type NoticeKind } from './notice';
import { type Told, isRaise } from './severity/severity';

const owners: Audience[] = [{ group: 'administrators' }, { group: 'owning-leads' }];

/** The notices owed for `fact`, given the incident as it is after it. */
export function noticesOf(fact: IncidentFact, incident: Incident): NoticeDue[] {
  const owed = (kind: NoticeKind, ...audience: Audience[]): NoticeDue[] => {
    if (audience.length === 0) return [];
    const title = `INC-${incident.number} ${incident.severity}: ${incident.title}`;
    const except = fact.actor.kind === 'person' ? fact.actor.id : null;
    const url = `/incidents/${incident.number}`;
    return [
      { kind, factSeq: fact.seq, page: calledBy(fact), audience, except, title, body: sentenceOf(fact), url, fact },
    ];
  };
  switch (fact.kind) {
    case 'incident.declared':
      return owed('told', ...told(incident), ...named(fact.data));
    case 'severity.changed':
      return isRaise(fact.data.from, fact.data.to) ? owed('told', ...told(incident)) : [];
    case 'services.changed': {
      const byTeam = incident.policy.rules[incident.severity].told === 'owning-teams';
      return byTeam && fact.data.added.length > 0 ? owed('told', ...told(incident)) : [];
    }
    case 'access.changed':
      return owed('told', ...named(fact.data));
    case 'role.assigned':
      return owed('assigned', { people: [fact.data.person.id] });
    case 'role.relieved':
      return owed('assigned', { people: [fact.data.from.id] });
    case 'subteam.formed':
      return owed('assigned', { people: [fact.data.lead, ...fact.data.members].map(({ id }) => id) });
    case 'subteam.changed':
      return owed('assigned', { people: newcomersOf(fact.data) });
    case 'task.assigned':
      return owed('assigned', { people: [fact.data.assignee.id] });
    case 'task.reassigned':
      return owed('assigned', { people: [fact.data.to.id, fact.data.from.id] });
    case 'task.came-back': {
      const { assignee, assigner } = fact.data;
      return owed('task-back', { people: assigner.kind === 'person' ? [assignee.id, assigner.id] : [assignee.id] });
    }
    case 'handover.offered':
      return owed('handover-offered', { people: [fact.data.to.id] });
    case 'handover.accepted':
    case 'handover.declined':
    case 'handover.expired':
      return owed('handover-answered', { people: [fact.data.from.id] });
    case 'cadence.due':
      return owed('update-due', ...orRoom(holders(incident, commanderKey, 'communications')));
    case 'cadence.overdue':
      return owed('update-overdue', ...overdueAudience(incident, fact.data.level));
    case 'command.overdue':
      return owed('command-overdue', ...owners);
    case 'commander.away':
      return owed('commander-away', ...holders(incident, 'deputy'), ...owners);
    case 'page.called':
      return owed('paged', { people: fact.data.people.map(({ id }) => id) });
    case 'page.acknowledged':
    case 'page.declined': {
      const relieved = fact.kind === 'page.acknowledged' ? fact.data.relieves : undefined;
      return owed(
        'page-answered',
        ...pagerOf(incident, fact.data.id),
        ...(relieved ? [{ people: [relieved.id] }] : []),
      );
    }
    case 'page.offered-on':
      return owed('page-offered-on', { people: [...fact.data.to, fact.data.from].map(({ id }) => id) });
    case 'page.unanswered':
      return owed(
        fact.data.ending === 'tell-owners' ? 'page-left' : 'page-unanswered',
        ...pagerOf(incident, fact.data.id),
        ...(fact.data.ending === 'call-everyone' ? [{ group: 'everyone' } as const] : owners),
      );
    case 'vendor.chase-due': {
      const { by } = fact.data;
      const asker: Audience[] = by.kind === 'person' ? [{ people: [by.id] }] : [];
      return owed('vendor-chase', ...orRoom([...asker, ...holders(incident, commanderKey)]));
    }
    case 'help.asked':
      return owed('help-asked', ...owners);
    default:
      return [];
  }
}

/** The page that a fact calls people by; what only tells them outlives it. */
function calledBy(fact: IncidentFact): string | null {
  if (fact.kind === 'page.called') return fact.data.id;
  return fact.kind === 'page.unanswered' && fact.data.ending !== 'tell-owners' ? fact.data.id : null;
}

const groupOf: Record<Told, Audience[]> = {
  everyone: [{ group: 'everyone' }],
  'engineering-leads': [{ group: 'engineering-leads' }],
  'owning-teams': [{ group: 'owning-teams' }],
  nobody: [],
};

function told(incident: Incident): Audience[] {
  return groupOf[incident.policy.rules[incident.severity].told];
}

/** A private incident is looked for by nobody who does not know of it: whoever is named on it is told. */
function named(access: { private: boolean; visibleTo: readonly { id: string }[] }): Audience[] {
  return access.private ? [{ people: access.visibleTo.map(({ id }) => id) }] : [];
}

function overdueAudience(incident: Incident, level: 'nudge' | 'room' | 'unowned'): Audience[] {
  const commander = commanderOf(incident);
  const nudged = [...holders(incident, 'deputy', 'communications'), ...(commander ? [{ people: [commander.id] }] : [])];
  if (level === 'nudge') return orRoom(nudged);
  const room: Audience[] = [...nudged, { group: 'room' }, { group: 'owning-leads' }];
  return level === 'room' ? room : [...room, { group: 'administrators' }];
}

/** Where nobody holds the roles that would speak up, whoever is in the room and the service's leads are told. */
function orRoom(audience: Audience[]): Audience[] {
  return audience.length > 0 ? audience : [{ group: 'room' }, { group: 'owning-leads' }];
}

function holders(incident: Incident, ...keys: string[]): Audience[] {
  const people = keys.flatMap((key) => incident.roles[key]?.holder.id ?? []);
  return people.length > 0 ? [{ people }] : [];
}

/** The person who sent a page; nobody where it went out by itself. */
function pagerOf({ pages }: Incident, page: string): Audience[] {
  const by = pages.find(({ id }) => id === page)?.by;
  return by?.kind === 'person' ? [{ people: [by.id] }] : [];
}

function newcomersOf({ lead, former, added }: FactOf<'subteam.changed'>['data']): string[] {
  return [...(lead.id === former.id ? [] : [lead]), ...added].map(({ id }) => id);
}
