import Link from 'next/link';
import { TargetMark } from '@/components/escalation/target-mark';
import { Avatar } from '@/components/ui/avatar';
import { type Contact } from '@/lib/core/catalog/contact';

const hrefs: Record<Contact['kind'], (id: string) => string | null> = {
  person: () => null,
  schedule: (id) => `/oncall/${id}`,
  team: (id) => `/teams#${id}`,
};

/** Whom to ask: a schedule by whom it has on call now. */
export function ContactName({ contact, none }: { contact: Contact | null; none: string }) {
  if (!contact) return <span className="text-muted">{none}</span>;
  const { kind, id, name, onCall } = contact;
  const href = hrefs[kind](id);
  const person = kind === 'person' ? { id, name } : onCall;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {person ? <Avatar id={person.id} name={person.name} size={20} silent /> : <TargetMark kind={kind} />}
      {onCall && <span>{onCall.name}</span>}
      {href ? (
        <Link href={href} className={`rounded-sm hover:underline ${onCall ? 'text-muted' : ''}`}>
          {onCall ? `on call, ${name}` : name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {kind === 'schedule' && !onCall && <span className="text-critical">nobody is on call</span>}
      {kind === 'team' && <span className="text-muted">team</span>}
    </span>
  );
}
