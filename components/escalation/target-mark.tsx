import { Building2, CalendarClock, ShieldCheck, User, Users } from 'lucide-react';
import { type Target } from '@/lib/core/escalation/escalation-policy';

const marks = {
  person: User,
  schedule: CalendarClock,
  team: Users,
  vendor: Building2,
  administrators: ShieldCheck,
  everyone: Users,
} satisfies Record<Target['kind'], unknown>;

/** What kind of target it is, as a shape beside its name. */
export function TargetMark({ kind }: { kind: Target['kind'] }) {
  const Mark = marks[kind];
  return <Mark className="size-4 shrink-0 text-muted" aria-hidden="true" />;
}
