'use client';

import { ChevronRight, Siren } from 'lucide-react';
import { type ReactNode, useActionState, useState } from 'react';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { Check } from '@/components/ui/check';
import { DateTimeField, FormError, TextArea, TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { useZone } from '@/components/ui/server-clock';
import { type Refusal } from '@/lib/core/refusal';
import { type Declare, type DeclareChoices, type FindDoubles, type Meanings } from './choices';
import { DoubleLine, DoublesColumn, useDoubles } from './doubles';
import { SeverityChoice } from './severity-choice';

type Returned = { refusal: Refusal; title: string; summary: string };

type DeclareFormProps = {
  /** Names this declaration: sent twice, it happens once. */
  requestKey: string;
  meanings: Meanings;
  /** Null while they load. */
  choices: DeclareChoices | null;
  declare: Declare;
  /** For a browser without scripts. */
  declareAndGo?: (before: Returned | null, form: FormData) => Promise<Returned>;
  findDoubles: FindDoubles;
  onDone: (number: number) => void;
  footer: (submit: ReactNode, double: ReactNode) => ReactNode;
};

const nowhere = (before: Returned | null) => Promise.resolve(before);

export function DeclareForm(props: DeclareFormProps) {
  const { requestKey, meanings, choices, declare, declareAndGo, findDoubles, onDone, footer } = props;
  const zone = useZone();
  const [returned, formAction] = useActionState<Returned | null, FormData>(declareAndGo ?? nowhere, null);
  const [title, setTitle] = useState(returned?.title ?? '');
  const [services, setServices] = useState<string[]>([]);
  const [isPrivate, setPrivate] = useState(false);
  const [gone, setGone] = useState(false);
  const doubles = useDoubles(findDoubles, title, services);
  const { form, onSubmit, pending, refusal, errorOf } = useSubmit(declare, ({ number }) => {
    setGone(true);
    onDone(number);
  });
  const said = refusal ?? returned?.refusal ?? null;
  const wrong = (name: string) => errorOf(name) ?? returned?.refusal.fields?.[name] ?? null;
  const general = said && !Object.keys(said.fields ?? {}).length ? said.message : null;

  return (
    <form ref={form} onSubmit={onSubmit} action={declareAndGo && formAction} noValidate={refusal !== null}>
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="zone" value={zone} />
      <div className="grid gap-x-6 md:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="flex flex-col gap-4">
          <FormError>{general}</FormError>
          <TextField
            name="title"
            label="What is wrong?"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            error={wrong('title')}
            placeholder="Card payments fail at checkout"
            maxLength={200}
            required
            autoComplete="off"
            enterKeyHint="send"
          />
          <SeverityChoice meanings={meanings} error={wrong('severity')} />
          <MultiCombobox
            name="services"
            label="Services"
            optional
            placeholder="Add a service"
            options={(choices?.services ?? []).map(({ id, name, tier, team }) => ({
              value: id,
              label: name,
              hint: [`tier ${tier}`, team].filter(Boolean).join(' · '),
            }))}
            value={services}
            onChange={setServices}
            error={wrong('services')}
          />
          <noscript>
            <select name="services" multiple aria-label="Services" className="well w-full p-2">
              {(choices?.services ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </noscript>
          <details className="group" open={Boolean(wrong('summary') ?? wrong('startedAt') ?? wrong('visibleTo'))}>
            <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-sm text-muted hover:text-ink max-md:min-h-11">
              <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden="true" />
              Summary, start time, private
            </summary>
            <div className="mt-3 flex flex-col gap-4">
              <TextArea
                name="summary"
                label="What do we know?"
                optional
                defaultValue={returned?.summary}
                maxLength={5000}
                error={wrong('summary')}
              />
              <DateTimeField
                name="startedAt"
                label="It started earlier, at"
                optional
                hint="The clocks of command and updates still count from now."
                error={wrong('startedAt')}
                className="max-w-64"
              />
              <Check
                name="private"
                label="Private"
                hint="It exists only for administrators and the people named here."
                checked={isPrivate}
                onChange={(event) => setPrivate(event.target.checked)}
              />
              {isPrivate && (
                <MultiCombobox
                  name="visibleTo"
                  label="People who may know"
                  placeholder="Add a person"
                  options={(choices?.people ?? []).map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
                  error={wrong('visibleTo')}
                />
              )}
            </div>
          </details>
        </div>
        <DoublesColumn doubles={doubles} />
      </div>
      {footer(
        <Button
          type="submit"
          tone="primary"
          icon={<Siren />}
          pending={pending || gone}
          hotkey={{ keys: 'mod+enter', label: 'Declare', inDialog: true, typing: true, group: 'Incidents' }}
        >
          Declare
        </Button>,
        <DoubleLine double={doubles[0]} />,
      )}
    </form>
  );
}
