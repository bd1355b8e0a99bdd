import { type ActorRef, type PersonRef } from '../access/actor';
import { type PolicyRef } from '../escalation/escalation-policy';
import { type PageFacts } from '../escalation/page';
import {
  type FourFields,
  type Objection,
  type OverdueLevel,
  type RoleRef,
  type ServiceRef,
} from '../incident/incident';
import { type Phase } from '../incident/phases';
import { type Instant } from '../instant';
import { type VendorFacts } from '../vendor/vendor-case';
import { type Paged, type Severity, type SeverityPolicy } from '../severity/severity';

/** A file or link beside a note. `fileId` names the stored bytes. */
export interface Attachment {
  name: string;
  type: string;
  size: number | null;
  fileId: string | null;
  href: string | null;
}

/** What happened since the last update, as lines a person could paste. */
export interface Digest {
  since: Instant;
  lines: string[];
}

/** Everything that can happen to an incident, and what is kept of it. Times are instants, spans milliseconds. */
export interface IncidentFacts extends PageFacts, VendorFacts {
  'incident.declared': {
    number: number;
    title: string;
    summary: string | null;
    severity: Severity;
    severityUnsure: boolean;
    services: ServiceRef[];
    private: boolean;
    visibleTo: PersonRef[];
    startedAt: Instant;
    policy: SeverityPolicy;
  };
  'incident.retitled': { title: string; summary: string | null; from: { title: string; summary: string | null } };
  'services.changed': { added: ServiceRef[]; removed: ServiceRef[] };
  'access.changed': { private: boolean; visibleTo: PersonRef[] };
  /** The other's title is null where some could read it who may not see that incident. */
  'incident.merged': { into: number; title: string | null; reason: string | null };
  'incident.absorbed': { number: number; title: string | null };
  'phase.changed': { from: Phase; to: Phase; reason: string | null };
  'severity.changed': { from: Severity; to: Severity; wasUnsure: boolean; reason: string | null };
  'command.overdue': { dueAt: Instant; lateMs: number };
  'commander.away': { person: PersonRef; lastSeenAt: Instant };
  'commander.returned': { person: PersonRef };
  /** Whom the severity calls for was settled, and their pages start. `none`: services without an escalation policy. */
  'paging.decided': { severity: Severity; paged: Paged; policies: PolicyRef[]; none: ServiceRef[] };
  'role.taken': { role: RoleRef; person: PersonRef };
  'role.assigned': { role: RoleRef; person: PersonRef };
  'role.released': { role: RoleRef; person: PersonRef };
  'role.relieved': { role: RoleRef; from: PersonRef; to: PersonRef; reason: string };
  'handover.offered': {
    id: string;
    role: RoleRef;
    from: PersonRef;
    to: PersonRef;
    brief: string;
    expiresAt: Instant;
  };
  'handover.accepted': { id: string; role: RoleRef; from: PersonRef; to: PersonRef };
  'handover.declined': { id: string; role: RoleRef; from: PersonRef; to: PersonRef; reason: string | null };
  'handover.withdrawn': { id: string; role: RoleRef; from: PersonRef; to: PersonRef };
  'handover.expired': { id: string; role: RoleRef; from: PersonRef; to: PersonRef };
  'responder.joined': { person: PersonRef };
  'responder.left': { person: PersonRef };
  'subteam.formed': { id: string; name: string; lead: PersonRef; members: PersonRef[] };
  /** `former` led it until now. */
  'subteam.changed': {
    id: string;
    name: string;
    lead: PersonRef;
    members: PersonRef[];
    former: PersonRef;
    added: PersonRef[];
    removed: PersonRef[];
  };
  'subteam.dissolved': { id: string; name: string };
  'task.assigned': { id: string; title: string; assignee: PersonRef; boxMinutes: number; dueAt: Instant };
  'task.understood': { id: string; title: string; readBack: string };
  'task.done': { id: string; title: string; result: string };
  'task.came-back': { id: string; title: string; assignee: PersonRef; assigner: ActorRef; lateMs: number };
  'task.extended': { id: string; title: string; boxMinutes: number; dueAt: Instant };
  'task.reassigned': {
    id: string;
    title: string;
    from: PersonRef;
    to: PersonRef;
    boxMinutes: number;
    dueAt: Instant;
  };
  'task.cancelled': { id: string; title: string; assignee: PersonRef; reason: string | null };
  'decision.proposed': { id: string; text: string; closesAt: Instant };
  'decision.objected': { id: string; text: string; reason: string };
  'decision.withdrawn': { id: string; text: string };
  'decision.recorded': { id: string; text: string; by: ActorRef; objections: Objection[] };
  /** `dueAt` is the deadline that it answers; `onTime` is null when none was owed or a machine posted it. */
  'update.posted': FourFields & {
    noChange: boolean;
    hypothesis: string | null;
    human: boolean;
    dueAt: Instant | null;
    onTime: boolean | null;
  };
  'cadence.due': { dueAt: Instant; lateMs: number; digest: Digest };
  'cadence.overdue': { dueAt: Instant; level: OverdueLevel; lateMs: number };
  'cadence.snoozed': { from: Instant; until: Instant; reason: string };
  'help.asked': { reason: string };
  'note.added': { text: string; attachment: Attachment | null };
  'note.corrected': {
    seq: number;
    text: string;
    at: Instant;
    former: { text: string; at: Instant };
  };
  'fact.pinned': { seq: number };
  'fact.unpinned': { seq: number };
}
