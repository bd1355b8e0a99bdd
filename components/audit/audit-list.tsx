import { ChevronRight } from 'lucide-react';
import { administrationSentence } from '@/lib/core/administration-sentence';
import { type ChangedField, changedFields } from '@/lib/core/changed-fields';
import { type AdministrationFact } from '@/lib/core/facts';
import { Time } from '../ui/time';

/** Administration facts, the newest first, each as a sentence; a change can be opened to see before and after. */
export function AuditList({ facts }: { facts: AdministrationFact[] }) {
  return (
    <ol aria-label="Audit log">
      {facts.map((fact) => (
        <Entry key={`${fact.stream} ${fact.seq}`} fact={fact} />
      ))}
    </ol>
  );
}

function Entry({ fact }: { fact: AdministrationFact }) {
  const fields = fieldsOf(fact);
  const line = (
    <>
      <Time at={fact.recordedAt} form="clock" seconds className="w-32 shrink-0 text-muted max-md:w-full" />
      <span className="min-w-0 flex-1">
        <span className="font-medium">{fact.actor.name}</span> {administrationSentence(fact)}
      </span>
    </>
  );
  const row = 'flex min-h-9 items-baseline gap-x-4 py-1.5 max-md:min-h-11 max-md:flex-wrap';
  return (
    <li className="border-b border-line">
      {fields.length === 0 ? (
        <div className={row}>{line}</div>
      ) : (
        <details className="group">
          <summary className={`${row} cursor-pointer list-none rounded-sm hover:bg-raised/50`}>
            {line}
            <ChevronRight
              className="size-4 shrink-0 self-center text-muted transition-transform group-open:rotate-90"
              aria-hidden="true"
            />
          </summary>
          <Changes fields={fields} />
        </details>
      )}
    </li>
  );
}

function Changes({ fields }: { fields: ChangedField[] }) {
  return (
    <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs md:ml-36">
      {fields.map(({ path, before, after }) => (
        <div key={path} className="contents">
          <dt className="text-muted">{path}</dt>
          <dd className="min-w-0 break-words">
            <span className="sr-only">was </span>
            <del className="text-muted">{before}</del> <span aria-hidden="true">→</span>
            <span className="sr-only">, is </span> <ins className="no-underline">{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function fieldsOf({ data }: AdministrationFact): ChangedField[] {
  const before = 'before' in data ? data.before : null;
  const after = 'after' in data ? data.after : null;
  return before || after ? changedFields(before, after) : [];
}
