'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { defaultWaitMinutes, type Step, type Target } from '@/lib/core/escalation/escalation-policy';
import { minutesOfSteps, whenWords } from '@/lib/core/escalation/policy-words';
import { TargetMark } from './target-mark';

type StepsFieldProps = {
  steps: readonly Step[];
  targets: readonly Target[];
  errorOf: (name: string) => string | null;
};

/** A step while it is written; `key` stays with it wherever it is moved. */
type Draft = { key: number; targets: string[]; wait: string };

const mostSteps = 10;
const kindWords: Record<Target['kind'], string> = {
  person: 'person',
  schedule: 'schedule',
  team: 'team',
  vendor: 'vendor, written to by e-mail',
  administrators: '',
  everyone: '',
};

const valueOf = ({ kind, id }: Pick<Target, 'kind' | 'id'>) => `${kind}:${id}`;

/** The steps of an escalation policy: added, removed and moved, by keyboard too. Sends `step` once for each, and its fields by number. */
export function StepsField({ steps: first, targets, errorOf }: StepsFieldProps) {
  const [drafts, setDrafts] = useState<Draft[]>(() => begin(first));
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<string | null>(null);
  const options = optionsOf(targets, first);
  const minutes = minutesOfSteps(drafts.map(({ wait }) => ({ waitMinutes: Number(wait) || 0 })));
  useEffect(() => {
    const wanted = focusNext.current;
    focusNext.current = null;
    if (wanted) list.current?.parentElement?.querySelector<HTMLElement>(wanted)?.focus();
  }, [drafts]);

  function change(key: number, part: Partial<Draft>) {
    setDrafts((now) => now.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  }

  function move(at: number, by: -1 | 1) {
    const moved = drafts[at];
    if (!moved) return;
    const rest = drafts.filter(({ key }) => key !== moved.key);
    const next = rest.toSpliced(at + by, 0, moved);
    const step = `[data-step="${moved.key}"]`;
    const atEnd = at + by === 0 || at + by === next.length - 1;
    focusNext.current = `${step} [data-move="${atEnd ? -by : by}"]`;
    setDrafts(next);
  }

  function remove(at: number) {
    const next = drafts.toSpliced(at, 1);
    const neighbour = next[Math.min(at, next.length - 1)];
    focusNext.current = neighbour && next.length > 1 ? `[data-step="${neighbour.key}"] [data-remove]` : '[data-add]';
    setDrafts(next);
  }

  function add() {
    const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
    focusNext.current = `[data-step="${key}"] button`;
    setDrafts([...drafts, { key, targets: [], wait: `${defaultWaitMinutes}` }]);
  }

  return (
    <div className="flex flex-col gap-3">
      <ol ref={list} className="flex flex-col gap-3">
        {drafts.map(({ key, targets: chosen, wait }, at) => (
          <li key={key} data-step={key}>
            <fieldset className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line pb-3">
              <legend className="float-left w-full pb-1.5 font-medium">
                Step {at + 1} <span className="font-normal text-muted">· {whenWords(minutes[at] ?? 0)}</span>
              </legend>
              <input type="hidden" name="step" value={key} />
              <MultiCombobox
                name={`steps.${at}.targets`}
                label={`Step ${at + 1} pages`}
                hideLabel
                placeholder="Add a person, schedule, team or vendor"
                options={options}
                value={chosen}
                onChange={(next) => change(key, { targets: next })}
                error={errorOf(`steps.${at}.targets`)}
                className="min-w-60 flex-1"
              />
              <TextField
                name={`steps.${at}.waitMinutes`}
                label="Wait, minutes"
                type="number"
                min={1}
                max={120}
                value={wait}
                onChange={(event) => change(key, { wait: event.target.value })}
                error={errorOf(`steps.${at}.waitMinutes`)}
                required
                className="w-28"
              />
              <div className="flex">
                <IconButton
                  label={`Move step ${at + 1} up`}
                  icon={<ArrowUp />}
                  data-move={-1}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  label={`Move step ${at + 1} down`}
                  icon={<ArrowDown />}
                  data-move={1}
                  disabled={at === drafts.length - 1}
                  onClick={() => move(at, 1)}
                />
                <IconButton
                  label={`Remove step ${at + 1}`}
                  icon={<X />}
                  data-remove
                  disabled={drafts.length === 1}
                  onClick={() => remove(at)}
                />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {errorOf('steps') && (
        <p data-invalid className="text-xs text-critical">
          {errorOf('steps')}
        </p>
      )}
      <Button
        size="sm"
        icon={<Plus />}
        data-add
        disabled={drafts.length >= mostSteps}
        onClick={add}
        className="self-start"
      >
        Add a step
      </Button>
    </div>
  );
}

function begin(steps: readonly Step[]): Draft[] {
  if (steps.length === 0) return [{ key: 0, targets: [], wait: `${defaultWaitMinutes}` }];
  return steps.map(({ targets, waitMinutes }, key) => ({ key, targets: targets.map(valueOf), wait: `${waitMinutes}` }));
}

/** What may be chosen, and what a step has already: somebody deactivated stays in it until taken out. */
function optionsOf(targets: readonly Target[], steps: readonly Step[]) {
  const known = new Set(targets.map(valueOf));
  const former = new Map(
    steps
      .flatMap((step) => step.targets.filter((target) => !known.has(valueOf(target))))
      .map((each) => [valueOf(each), each]),
  );
  return [...targets, ...former.values()].map((target) => ({
    value: valueOf(target),
    label: target.name,
    hint: known.has(valueOf(target)) ? kindWords[target.kind] : 'no longer to be paged',
    lead: <TargetMark kind={target.kind} />,
  }));
}
