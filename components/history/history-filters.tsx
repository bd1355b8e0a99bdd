'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { DateTimeField, SelectField } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { SearchField } from '@/components/ui/search-field';
import { SeverityMark } from '@/components/ui/severity-mark';
import { type HistoryFilter, historyParams, isFiltered, parseHistoryFilter } from '@/lib/core/history/filter';
import { phases } from '@/lib/core/incident/phases';
import { severities } from '@/lib/core/severity/severity';
import { shapeOf } from './severity-shape';

type Named = { id: string; name: string };
type HistoryFiltersProps = { filter: HistoryFilter; services: Named[]; people: Named[] };

/** A plain form whose fields are the address: it works without a script, and with one answers to every change. */
export function HistoryFilters({ filter, services, people }: HistoryFiltersProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(filter);

  function go(change: Partial<HistoryFilter>) {
    const asked = { ...shown, ...change };
    const query = historyParams(asked).toString();
    startTransition(() => {
      show(asked);
      router.push(`/incidents${query && `?${query}`}`, { scroll: false });
    });
  }

  return (
    <form
      action="/incidents"
      role="search"
      aria-busy={pending}
      className="mb-4 flex flex-col gap-3"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('q');
        go({ text: typeof text === 'string' ? text.trim() || null : null });
      }}
    >
      <Fold
        count={inForce(shown)}
        beside={
          <>
            <SearchField
              key={filter.text}
              label="Words in titles, updates and events"
              name="q"
              defaultValue={filter.text ?? ''}
              className="max-w-xl flex-1 max-md:basis-full"
            />
            <Button type="submit" pending={pending}>
              Search
            </Button>
            {isFiltered(filter) && (
              <Button tone="plain" href="/incidents" className="max-md:order-1">
                Clear
              </Button>
            )}
          </>
        }
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <fieldset className="flex flex-col gap-1.5">
          <legend className="sr-only">Severity</legend>
          <div className="flex gap-1">
            {severities.map((severity) => (
              <label
                key={severity}
                className="flex h-control items-center gap-1.5 rounded-md border border-edge/50 px-2.5 hover:border-edge has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:px-2"
              >
                <input
                  type="checkbox"
                  name="severity"
                  value={severity}
                  checked={shown.severities.includes(severity)}
                  onChange={(event) =>
                    go({
                      severities: severities.filter((each) =>
                        each === severity ? event.target.checked : shown.severities.includes(each),
                      ),
                    })
                  }
                  className="sr-only"
                />
                <SeverityMark severity={shapeOf(severity)} />
              </label>
            ))}
          </div>
        </fieldset>
        <Choose
          name="state"
          label="State"
          value={shown.state}
          onChange={(state) => go(parsed('state', state))}
          any="Any state"
        >
          <option value="open">Open</option>
          <option value="ended">Ended</option>
        </Choose>
        <Choose
          name="phase"
          label="Phase"
          value={shown.phase}
          onChange={(phase) => go(parsed('phase', phase))}
          any="Any phase"
        >
          {phases.map((phase) => (
            <option key={phase} value={phase}>
              {phase.charAt(0).toUpperCase() + phase.slice(1)}
            </option>
          ))}
        </Choose>
        <Choose
          name="service"
          label="Service"
          value={shown.service}
          onChange={(service) => go({ service: service || null })}
          any="Any service"
        >
          <Options of={services} />
        </Choose>
        <Choose
          name="commander"
          label="Commander"
          value={shown.commander}
          onChange={(commander) => go({ commander: commander || null })}
          any="Any commander"
        >
          <Options of={people} />
        </Choose>
        <div className="flex items-center gap-2 max-md:w-full max-md:flex-wrap">
          <span className="text-muted max-md:basis-full">Declared from</span>
          <DateTimeField
            type="date"
            name="from"
            label="From"
            hideLabel
            aria-label="Declared from (UTC)"
            key={`from ${filter.from}`}
            defaultValue={shown.from ?? ''}
            onChange={(event) => go(parsed('from', event.target.value))}
            className="w-36 max-md:flex-1"
          />
          <span className="text-muted">to</span>
          <DateTimeField
            type="date"
            name="to"
            label="To"
            hideLabel
            aria-label="Declared until (UTC)"
            key={`to ${filter.to}`}
            defaultValue={shown.to ?? ''}
            onChange={(event) => go(parsed('to', event.target.value))}
            className="w-36 max-md:flex-1"
          />
        </div>
      </Fold>
    </form>
  );
}

/** How many filters narrow the history beside its words. */
function inForce({ severities: chosen, state, phase, service, commander, from, to }: HistoryFilter): number {
  return chosen.length + [state, phase, service, commander, from, to].filter((value) => value !== null).length;
}

type ChooseProps = {
  name: string;
  label: string;
  value: string | null;
  any: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

/** One field of the address as the filter understands it. */
function parsed<Name extends 'state' | 'phase' | 'from' | 'to'>(name: Name, value: string): Partial<HistoryFilter> {
  return { [name]: parseHistoryFilter((each) => (each === name ? value : null))[name] };
}

function Choose({ name, label, value, any, onChange, children }: ChooseProps) {
  return (
    <SelectField
      name={name}
      label={label}
      hideLabel
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      className={cx('w-39 max-md:w-[calc(50%-0.375rem)]', value && 'font-medium')}
    >
      <option value="">{any}</option>
      {children}
    </SelectField>
  );
}

function Options({ of }: { of: Named[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
