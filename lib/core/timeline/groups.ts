import { type IncidentFactKind } from '../facts';

/** What a reader filters a timeline by: every kind of fact belongs to exactly one group. */
export const timelineGroups = [
  'updates',
  'phase',
  'severity',
  'roles',
  'pages',
  'vendors',
  'tasks',
  'decisions',
  'notes',
  'clocks',
  'people',
  'details',
  'marks',
] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

export const groupNames: Record<TimelineGroup, string> = {
  updates: 'Updates',
  phase: 'Phase',
  severity: 'Severity',
  roles: 'Roles and handovers',
  pages: 'Pages',
  vendors: 'Vendors',
  tasks: 'Tasks',
  decisions: 'Decisions',
  notes: 'Events and evidence',
  clocks: 'Clocks',
  people: 'People',
  details: 'Details and merges',
  marks: 'Pins and corrections',
};

const groups: Record<IncidentFactKind, TimelineGroup> = {
  'incident.declared': 'details',
  'incident.retitled': 'details',
  'services.changed': 'details',
  'access.changed': 'details',
  'incident.merged': 'details',
  'incident.absorbed': 'details',
  'phase.changed': 'phase',
  'severity.changed': 'severity',
  'command.overdue': 'clocks',
  'commander.away': 'people',
  'commander.returned': 'people',
  'paging.decided': 'pages',
  'page.started': 'pages',
  'page.called': 'pages',
  'page.skipped': 'pages',
  'page.acknowledged': 'pages',
  'page.declined': 'pages',
  'page.excused': 'pages',
  'page.unanswered': 'pages',
  'page.silent': 'pages',
  'page.withdrawn': 'pages',
  'page.offered-on': 'pages',
  'vendor.contacted': 'vendors',
  'vendor.answered': 'vendors',
  'vendor.chase-due': 'vendors',
  'vendor.given-up': 'vendors',
  'role.taken': 'roles',
  'role.assigned': 'roles',
  'role.released': 'roles',
  'role.relieved': 'roles',
  'handover.offered': 'roles',
  'handover.accepted': 'roles',
  'handover.declined': 'roles',
  'handover.withdrawn': 'roles',
  'handover.expired': 'roles',
  'responder.joined': 'people',
  'responder.left': 'people',
  'subteam.formed': 'people',
  'subteam.changed': 'people',
  'subteam.dissolved': 'people',
  'task.assigned': 'tasks',
  'task.understood': 'tasks',
  'task.done': 'tasks',
  'task.came-back': 'tasks',
  'task.extended': 'tasks',
  'task.reassigned': 'tasks',
  'task.cancelled': 'tasks',
  'decision.proposed': 'decisions',
  'decision.objected': 'decisions',
  'decision.withdrawn': 'decisions',
  'decision.recorded': 'decisions',
  'update.posted': 'updates',
  'cadence.due': 'clocks',
  'cadence.overdue': 'clocks',
  'cadence.snoozed': 'clocks',
  'help.asked': 'people',
  'note.added': 'notes',
  'note.corrected': 'marks',
  'fact.pinned': 'marks',
  'fact.unpinned': 'marks',
};

export function groupOf(kind: IncidentFactKind): TimelineGroup {
  return groups[kind];
}

export function kindsOf(wanted: readonly TimelineGroup[]): IncidentFactKind[] {
  return (Object.keys(groups) as IncidentFactKind[]).filter((kind) => wanted.includes(groups[kind]));
}

export function isTimelineGroup(text: string): text is TimelineGroup {
  return (timelineGroups as readonly string[]).includes(text);
}
