'use client';

import { useEffect, useRef, useState } from 'react';
import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { Combobox } from '../ui/combobox';
import { FormError, SelectField, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { channelLabels } from './channel-labels';
import { ChannelMark } from './channel-mark';
import { type Method } from './method';

export type Quiet = { from: string; until: string; timeZone: string };

type RulesFormProps = {
  /** Verified ones only. `pageAfter`: minutes after which a page goes out by it; null where pages do not. */
  methods: readonly (Method & { pageAfter: number | null; news: boolean })[];
  quiet: Quiet | null;
  /** Whether nothing was chosen yet. */
  usual: boolean;
  /** The zone that quiet hours are offered in. */
  zone: string;
  save: Act<[form: FormData]>;
  asUsual: Act;
};

// Some browsers leave UTC out.
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((each) => each !== 'UTC')];
const minutes = [0, 1, 2, 3, 5, 10, 15, 30];

/**
 * For each way to be reached: when a page goes out by it, and whether news does; and the hours that hold news back. It is drawn anew
 * when there is another way, or when the usual rules are back, and not when its own are saved: whoever did that is still at it.
 */
export function RulesForm(props: RulesFormProps) {
  const [drawn, setDrawn] = useState({ usual: props.usual, times: 0 });
  if (drawn.usual !== props.usual) setDrawn({ usual: props.usual, times: drawn.times + (props.usual ? 1 : 0) });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that brought the usual rules back went with the rules it was about.
    const lost = drawn.times > 0 && document.activeElement === document.body;
    if (lost) box.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }, [drawn.times]);
  return (
    <div ref={box}>
      <Fields key={[drawn.times, ...props.methods.map(({ id }) => id)].join(' ')} {...props} />
    </div>
  );
}

function Fields({ methods, quiet, usual, zone, save, asUsual }: RulesFormProps) {
  const { form, pending, refusal, submit } = useAct();
  const back = useAct();
  const errors = refusal?.fields ?? {};
  const [held, setHeld] = useState(quiet !== null);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit(save, 'Saved: from now on you are told this way')}
      className="flex flex-col gap-4 pt-2"
    >
      <FormError>{errors.page ?? (refusal && !refusal.fields ? refusal.message : back.refusal?.message)}</FormError>
      <ul aria-label="How you are told">
        {methods.map(({ id, channel, label, shown, pageAfter, news }) => {
          const name = label || channelLabels[channel].name;
          return (
            <li
              key={id}
              className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2 md:grid-cols-[1fr_11rem_6rem]"
            >
              <input type="hidden" name="method" value={id} />
              <span className="flex min-w-0 items-center gap-2.5">
                <ChannelMark channel={channel} />
                <span className="min-w-0 truncate">
                  <span className="font-medium">{name}</span> <span className="text-muted">{shown}</span>
                </span>
              </span>
              <SelectField
                name={`page.${id}`}
                label={`A page, by ${name} ${shown}`}
                hideLabel
                defaultValue={pageAfter === null ? '' : String(pageAfter)}
              >
                {minutes.concat(pageAfter === null || minutes.includes(pageAfter) ? [] : [pageAfter]).map((after) => (
                  <option key={after} value={after}>
                    {after === 0 ? 'Page at once' : `Page after ${after} min`}
                  </option>
                ))}
                <option value="">No pages</option>
              </SelectField>
              <Check
                name="news"
                value={id}
                defaultChecked={news}
                label="News"
                aria-label={`News, by ${name} ${shown}`}
              />
            </li>
          );
        })}
      </ul>
      <p className="measure text-xs text-muted">
        A page goes on by each way in turn until you acknowledge, or somebody else does. News is what concerns you and
        asks nothing at once: an incident you are told of, a task, a vendor to chase.
      </p>
      <fieldset className="flex flex-col gap-3">
        <legend className="sr-only">Quiet hours</legend>
        <Check
          name="quiet"
          checked={held}
          onChange={({ target }) => setHeld(target.checked)}
          label="Hold news back at night"
          hint="It comes when the quiet hours are over. Never held back: a page, and what waits for you, such as a handover or an update overdue."
        />
        {held && (
          <div className="flex flex-wrap gap-3 pl-7 max-md:pl-0">
            <TextField
              type="time"
              name="from"
              label="From"
              className="w-32"
              defaultValue={quiet?.from ?? '22:00'}
              error={errors['quiet.from']}
            />
            <TextField
              type="time"
              name="until"
              label="Until"
              className="w-32"
              defaultValue={quiet?.until ?? '07:00'}
              error={errors['quiet.until']}
            />
            <Combobox
              name="timeZone"
              label="In the time zone"
              className="min-w-56"
              options={zones.map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))}
              defaultValue={quiet?.timeZone ?? zone}
              error={errors['quiet.timeZone']}
            />
          </div>
        )}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={pending}>Save</SubmitButton>
        {!usual && (
          <Button
            tone="plain"
            pending={back.pending}
            onClick={() => back.run(asUsual, 'You are told the usual way again')}
          >
            Go back to the usual way
          </Button>
        )}
      </div>
    </form>
  );
}
