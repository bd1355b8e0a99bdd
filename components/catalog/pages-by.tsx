import Link from 'next/link';

/** The escalation policy of a service; without one only administrators are paged, which is a gap. */
export function PagesBy({ policy }: { policy: { id: string; name: string } | null }) {
  if (!policy) {
    return (
      <span className="text-critical" data-tip="Administrators are paged for it.">
        No policy
      </span>
    );
  }
  return (
    <Link href={`/escalation#${policy.id}`} className="rounded-sm hover:underline">
      {policy.name}
    </Link>
  );
}
