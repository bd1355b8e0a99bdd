'use client';

import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { DateTimeField, SelectField, TextField } from '@/components/ui/field';
import { layerWords } from '@/lib/core/oncall/layer-words';
import { HandoffRows } from './handoff-rows';
import { HourRows } from './hour-rows';
import { type LayerDraft, hourKinds, layerOfDraft, turnKinds } from './layer-draft';
import { TurnOrder } from './turn-order';

export type ZoneOption = { value: string; label: string };

type LayerFieldsProps = {
  draft: LayerDraft;
  index: number;
  zones: readonly ZoneOption[];
  people: readonly { id: string; name: string; hint: string }[];
  change: (more: Partial<LayerDraft>) => void;
  /** Null for the only layer. */
  remove: (() => void) | null;
  /** What is wrong with a field of this layer, or with anything below it. */
  faultOf: (field: string) => string | null;
};

const turnWords = { daily: 'Daily', weekly: 'Weekly', weeks: 'Every few weeks', own: 'Own shifts' };
const hourWords = { all: 'At all hours', office: 'Office hours, Mon–Fri 09:00–17:00', own: 'Own hours' };

/** One layer: who takes turns, when duty passes on, and at which hours. */
export function LayerFields({ draft, index, zones, people, change, remove, faultOf }: LayerFieldsProps) {
  const field = (name: string) => `layer-${index}-${name}`;
  return (
    <fieldset className="flex flex-col gap-4 border-b border-line pb-6">
      <legend className="sr-only">Layer {draft.name || index + 1}</legend>
      <div className="flex items-end gap-2">
        <TextField
          name={field('name')}
          label={`Layer ${index + 1}`}
          className="flex-1"
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
          maxLength={80}
          autoComplete="off"
          error={faultOf('name')}
        />
        {remove && (
          <Button tone="plain" icon={<Trash2 />} onClick={remove} aria-label={`Take out layer ${draft.name}`}>
            Take out
          </Button>
        )}
      </div>
      <TurnOrder
        name={field('add')}
        people={people}
        value={draft.people}
        onChange={(next) => change({ people: next })}
        error={faultOf('people')}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          name={field('turns')}
          label="Turns"
          value={draft.turns}
          onChange={(event) => change({ turns: turnKinds.find((kind) => kind === event.target.value) ?? 'weekly' })}
        >
          {turnKinds.map((kind) => (
            <option key={kind} value={kind}>
              {turnWords[kind]}
            </option>
          ))}
        </SelectField>
        <DateTimeField
          name={field('startsOn')}
          type="date"
          label="First day"
          value={draft.startsOn}
          onChange={(event) => change({ startsOn: event.target.value })}
          error={faultOf('startsOn')}
        />
        {draft.turns !== 'own' && (
          <DateTimeField
            name={field('time')}
            type="time"
            label="Handoff at"
            value={draft.time}
            onChange={(event) => change({ time: event.target.value })}
            error={faultOf('handoffs')}
          />
        )}
        {draft.turns === 'weeks' && (
          <TextField
            name={field('weeks')}
            type="number"
            min={1}
            max={52}
            label="Weeks of a turn"
            value={draft.weeks || ''}
            onChange={(event) => change({ weeks: Number(event.target.value) })}
            error={faultOf('cycleDays')}
          />
        )}
        <Combobox
          name={field('timeZone')}
          label="Time zone of its clock"
          options={zones}
          value={draft.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          error={faultOf('timeZone')}
        />
        <SelectField
          name={field('hours')}
          label="On call"
          value={draft.hours}
          onChange={(event) => change({ hours: hourKinds.find((kind) => kind === event.target.value) ?? 'all' })}
        >
          {hourKinds.map((kind) => (
            <option key={kind} value={kind}>
              {hourWords[kind]}
            </option>
          ))}
        </SelectField>
      </div>
      {draft.startsOn !== '' && (
        <p className="-mt-2 text-xs text-muted">In words: {layerWords(layerOfDraft(draft))}.</p>
      )}
      {draft.turns === 'own' && <HandoffRows draft={draft} field={field} change={change} faultOf={faultOf} />}
      {draft.hours === 'own' && <HourRows draft={draft} field={field} change={change} error={faultOf('hours')} />}
    </fieldset>
  );
}
