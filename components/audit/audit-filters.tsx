import { Download, Search } from 'lucide-react';
import { type AuditFilter, auditKinds, auditQuery, noAuditFilter } from '@/lib/core/audit-filter';
import { Button } from '../ui/button';
import { DateTimeField, SelectField, TextField } from '../ui/field';
import { Fold } from '../ui/fold';

type AuditFiltersProps = { filter: AuditFilter; people: { id: string; name: string }[] };

/** The audit log's filter: a plain form whose answer is an address, and which is made anew when that changes. */
export function AuditFilters({ filter, people }: AuditFiltersProps) {
  const filtered = auditQuery(filter) !== auditQuery(noAuditFilter);
  const inForce = Object.values(filter).filter((value) => value !== '').length;
  return (
    <form key={auditQuery(filter)} action="/audit" className="mb-4 flex flex-col gap-3">
      <Fold count={inForce} className="grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
        <TextField
          label="Text"
          name="text"
          type="search"
          defaultValue={filter.text}
          className="max-md:col-span-2 md:w-52"
        />
        <SelectField label="What" name="kind" defaultValue={filter.kind} className="max-md:col-span-2">
          <option value="">Everything</option>
          {auditKinds.map(({ area, kinds }) => (
            <optgroup key={area} label={area}>
              {kinds.map(({ kind, label }) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField label="By or about" name="person" defaultValue={filter.person} className="max-md:col-span-2">
          <option value="">Anyone</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <DateTimeField label="From" name="from" type="date" defaultValue={filter.from} />
        <DateTimeField label="To" name="to" type="date" defaultValue={filter.to} />
        <Button type="submit" icon={<Search aria-hidden="true" />}>
          Filter
        </Button>
        {filtered && (
          <Button href="/audit" tone="plain">
            Clear
          </Button>
        )}
      </Fold>
    </form>
  );
}

/** The filtered log as files, whole. */
export function AuditExports({ filter }: { filter: AuditFilter }) {
  return (
    <>
      {(['csv', 'json'] as const).map((format) => (
        <a
          key={format}
          href={`/audit/export${auditQuery(filter, { format })}`}
          download
          className="inline-flex h-control items-center gap-2 rounded-md border border-edge/50 bg-surface px-3 text-sm hover:border-edge hover:bg-raised"
        >
          <Download className="size-4" aria-hidden="true" />
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}
