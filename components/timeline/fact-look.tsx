import {
  Activity,
  AlarmClock,
  BellMinus,
  BellPlus,
  BellRing,
  BookOpenText,
  Building2,
  CircleCheck,
  CirclePlus,
  CornerUpLeft,
  FilePenLine,
  GitMerge,
  Handshake,
  Hourglass,
  LifeBuoy,
  ListTodo,
  Lock,
  MessageSquareReply,
  Milestone,
  NotebookPen,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  PhoneOutgoing,
  Pin,
  PinOff,
  Radio,
  Scale,
  Siren,
  SkipForward,
  UserMinus,
  UserPlus,
  UserRoundCheck,
  UserRoundX,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { type IncidentFact, type IncidentFactKind } from '@/lib/core/facts';
import { isOpen } from '@/lib/core/incident/phases';
import { type Severity } from '@/lib/core/severity/severity';

const icons: Record<IncidentFactKind, LucideIcon> = {
  'incident.declared': CirclePlus,
  'incident.retitled': FilePenLine,
  'services.changed': Activity,
  'access.changed': Lock,
  'incident.merged': GitMerge,
  'incident.absorbed': GitMerge,
  'phase.changed': Milestone,
  'severity.changed': Siren,
  'command.overdue': AlarmClock,
  'commander.away': UserRoundX,
  'commander.returned': UserRoundCheck,
  'paging.decided': BellRing,
  'page.started': BellPlus,
  'page.called': PhoneOutgoing,
  'page.skipped': SkipForward,
  'page.acknowledged': PhoneIncoming,
  'page.declined': PhoneOff,
  'page.excused': PhoneOff,
  'page.unanswered': PhoneMissed,
  'page.silent': PhoneMissed,
  'page.withdrawn': BellMinus,
  'page.offered-on': PhoneForwarded,
  'vendor.contacted': Building2,
  'vendor.answered': MessageSquareReply,
  'vendor.chase-due': AlarmClock,
  'vendor.given-up': Building2,
  'role.taken': UserRoundCheck,
  'role.assigned': UserRoundCheck,
  'role.released': UserMinus,
  'role.relieved': Handshake,
  'handover.offered': Handshake,
  'handover.accepted': Handshake,
  'handover.declined': Handshake,
  'handover.withdrawn': Handshake,
  'handover.expired': Handshake,
  'responder.joined': UserPlus,
  'responder.left': UserMinus,
  'subteam.formed': Users,
  'subteam.changed': Users,
  'subteam.dissolved': Users,
  'task.assigned': ListTodo,
  'task.understood': MessageSquareReply,
  'task.done': CircleCheck,
  'task.came-back': CornerUpLeft,
  'task.extended': Hourglass,
  'task.reassigned': ListTodo,
  'task.cancelled': ListTodo,
  'decision.proposed': Scale,
  'decision.objected': Scale,
  'decision.withdrawn': Scale,
  'decision.recorded': Scale,
  'update.posted': Radio,
  'cadence.due': BellRing,
  'cadence.overdue': AlarmClock,
  'cadence.snoozed': Hourglass,
  'help.asked': LifeBuoy,
  'note.added': NotebookPen,
  'note.corrected': BookOpenText,
  'fact.pinned': Pin,
  'fact.unpinned': PinOff,
};

const severityInk: Record<Severity, string> = {
  Critical: 'text-critical',
  High: 'text-high',
  Medium: 'text-medium',
  Low: 'text-low',
};

/** Colour only where it says something: how bad, overdue, or done. */
function ink(fact: IncidentFact): string {
  switch (fact.kind) {
    case 'incident.declared':
      return severityInk[fact.data.severity];
    case 'severity.changed':
      return severityInk[fact.data.to];
    case 'command.overdue':
    case 'cadence.overdue':
    case 'commander.away':
    case 'page.unanswered':
    case 'page.silent':
    case 'vendor.chase-due':
      return 'text-overdue';
    case 'task.done':
      return 'text-done';
    case 'phase.changed':
      return isOpen(fact.data.to) ? 'text-ink' : 'text-done';
    case 'update.posted':
    case 'decision.recorded':
      return 'text-ink';
    default:
      return 'text-faint';
  }
}

export function FactIcon({ fact }: { fact: IncidentFact }) {
  const Icon = icons[fact.kind];
  return <Icon className={`size-4 ${ink(fact)}`} strokeWidth={1.9} aria-hidden="true" />;
}
