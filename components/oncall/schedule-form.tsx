'use client';

import { Plus, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { freshKey } from '@/components/live/send-act';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { FormError, TextField } from '@/components/ui/field';
import { FocusHeir } from '@/components/ui/focus-heir';
import { Section } from '@/components/ui/section';
import { toast } from '@/components/ui/toast';
import type { Layer } from '@/lib/core/oncall/layer';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { type LayerDraft, draftOfLayer, followTheSun, layerOfDraft, newLayer } from './layer-draft';
import { LayerFields } from './layer-fields';
import { type Preview, SchedulePreview } from './schedule-preview';
import { usePreview } from './use-preview';

type ScheduleFormProps = {
  /** Null for a new one. */
  schedule: { name: string; timeZone: string; layers: Layer[]; basis: number } | null;
  zone: string;
  /** Monday of this week: on call from now on, and not only from next week. */
  monday: string;
  people: readonly { id: string; name: string; hint: string }[];
  save: (form: FormData) => Promise<{ id: string; name: string } | Refusal>;
  preview: (draft: unknown) => Promise<Preview>;
  leave: string;
};

/** Writes a schedule down, showing four weeks of it as it is typed. */
export function ScheduleForm({ schedule, zone, monday, people, save, preview: ask, leave }: ScheduleFormProps) {
  const router = useRouter();
  const [requestKey] = useState(freshKey);
  const [name, setName] = useState(schedule?.name ?? '');
  const [timeZone, setTimeZone] = useState(schedule?.timeZone ?? zone);
  const [layers, setLayers] = useState<LayerDraft[]>(
    () => schedule?.layers.map(draftOfLayer) ?? [newLayer('first', { timeZone: zone, startsOn: monday })],
  );
  const written = layers.map(layerOfDraft);
  const shown = JSON.stringify({ name: name.trim() || 'Preview', timeZone, layers: written });
  const { preview, stale } = usePreview(shown, ask);
  const { form, onSubmit, pending, refusal } = useSubmit(
    async (filled) => {
      const answer = await save(filled);
      if (isRefusal(answer) && answer.refusal === 'changed-meanwhile') router.refresh();
      return answer;
    },
    (saved) => {
      toast.done(`${saved.name} is saved`, { detail: 'It governs from now on.' });
      router.push(`/oncall/${saved.id}`);
      router.refresh();
    },
  );
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((one) => one !== 'UTC')].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
  const faults = Object.entries(refusal?.fields ?? {});
  const faultAt = (path: string) =>
    faults.find(([field]) => field === path || field.startsWith(`${path}.`))?.[1] ?? null;
  const ownFault = faults.find(([field]) => field === 'layers')?.[1];
  const change = (key: string, more: Partial<LayerDraft>) =>
    setLayers((now) => now.map((each) => (each.key === key ? { ...each, ...more } : each)));

  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:items-start"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="layers" value={JSON.stringify(written)} />
        {schedule && <input type="hidden" name="basis" value={schedule.basis} />}
        {refusal && (faults.length === 0 || ownFault) && <FormError>{ownFault ?? refusal.message}</FormError>}
        <TextField
          name="name"
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          required
          autoComplete="off"
          error={faultAt('name')}
        />
        <Combobox
          name="timeZone"
          label="Time zone of its calendar"
          options={zones}
          value={timeZone}
          onChange={setTimeZone}
          error={faultAt('timeZone')}
        />
        <FocusHeir className="flex flex-col gap-4">
          {layers.map((draft, index) => (
            <LayerFields
              key={draft.key}
              draft={draft}
              index={index}
              zones={zones}
              people={people}
              change={(more) => change(draft.key, more)}
              remove={layers.length > 1 ? () => setLayers((now) => now.filter(({ key }) => key !== draft.key)) : null}
              faultOf={(field) => faultAt(`layers.${index}.${field}`)}
            />
          ))}
        </FocusHeir>
        <p className="measure text-xs text-muted">
          Times are those on the wall of each layer’s zone: a handoff at 09:00 stays at 09:00 when the clocks change.
          One in the hour that is skipped happens when the clocks jump, one in the hour that comes twice at its first
          coming, so that no shift is lost or doubled.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Plus />}
            onClick={() =>
              setLayers((now) => [
                ...now,
                newLayer(freshKey(), { name: 'Nights', timeZone, startsOn: monday, hours: 'own' }),
              ])
            }
          >
            Add a layer over these
          </Button>
          {!schedule && layers.every(({ people: turns }) => turns.length === 0) && (
            <Button icon={<Sun />} onClick={() => setLayers(followTheSun(monday, () => freshKey()))}>
              Follow the sun
            </Button>
          )}
        </div>
        <div className="flex gap-2">
          <Button
            type="submit"
            tone="primary"
            pending={pending}
            hotkey={{ keys: 'mod+enter', label: 'Save', typing: true, hidden: true }}
          >
            Save
          </Button>
          <Button tone="plain" href={leave}>
            Leave it
          </Button>
        </div>
      </div>
      <Section title="The next four weeks" className="lg:sticky lg:top-6">
        <div className="pt-2">
          <SchedulePreview preview={preview} stale={stale} />
        </div>
      </Section>
    </form>
  );
}
