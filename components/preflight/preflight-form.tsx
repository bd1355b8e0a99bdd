'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useSyncExternalStore, useTransition } from 'react';
import { fromLocalField, toLocalField } from '@/components/room/local-time';
import { textOf } from '@/components/submit/text-of';
import { Button } from '@/components/ui/button';
import { DateTimeField, SelectField } from '@/components/ui/field';
import { severities } from '@/lib/core/severity/severity';

type PreflightFormProps = {
  services: readonly { id: string; name: string }[];
  asked: { service?: string; severity: string; at?: string };
};

const never = () => () => undefined;

/** Chooses service, severity and moment; what is asked is the address. */
export function PreflightForm({ services, asked }: PreflightFormProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  // The moment is shown in the browser's zone, which the server does not know.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const at = asked.at && !Number.isNaN(Date.parse(asked.at)) ? asked.at : null;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const query = new URLSearchParams({ service: textOf(form, 'service'), severity: textOf(form, 'severity') });
    const moment = fromLocalField(textOf(form, 'at'));
    if (moment) query.set('at', moment);
    start(() => router.push(`/preflight?${query.toString()}`, { scroll: false }));
  }

  return (
    <form onSubmit={onSubmit} aria-busy={pending} className="flex flex-wrap items-end gap-3">
      <SelectField name="service" label="If this service" defaultValue={asked.service} className="min-w-56">
        {services.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="severity" label="went" defaultValue={asked.severity} className="min-w-36">
        {severities.map((severity) => (
          <option key={severity}>{severity}</option>
        ))}
      </SelectField>
      <DateTimeField
        key={inBrowser ? (at ?? 'now') : 'server'}
        name="at"
        label="at (empty: now)"
        defaultValue={inBrowser && at ? toLocalField(at) : ''}
      />
      <Button type="submit" tone="primary" pending={pending}>
        Who is paged?
      </Button>
    </form>
  );
}
