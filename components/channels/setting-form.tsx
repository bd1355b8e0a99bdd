'use client';

import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { FormError } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';

type SettingFormProps = {
  /** What its fields' names begin with: `email`. */
  name: string;
  /** What is kept, as a word: the fields are drawn anew when it changes. */
  kept: string;
  save: Act<[form: FormData]>;
  /** On the button, and in the message once it is done. */
  words: { save: string; saved: string };
  /** Takes away what was given; null where nothing was. */
  take: { act: Act; verb: string; said: string } | null;
  children: (errorOf: (field: string) => string | null) => ReactNode;
};

/** One setting of the channels: its fields, and a way to take it away again. */
export function SettingForm({ name, kept, save, words, take, children }: SettingFormProps) {
  const { form, pending, refusal, submit } = useAct();
  const away = useAct();
  const drawn = useRef(kept);
  useEffect(() => {
    if (drawn.current === kept) return;
    drawn.current = kept;
    // What is drawn anew, or goes, takes the focus with it.
    if (document.activeElement === document.body) form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [kept, form]);
  return (
    <form ref={form} noValidate onSubmit={submit(save, words.saved)} className="flex max-w-[36rem] flex-col gap-4 pt-3">
      <FormError>{(refusal && !refusal.fields && refusal.message) || away.refusal?.message}</FormError>
      <Fragment key={kept}>{children((field) => refusal?.fields?.[`${name}.${field}`] ?? null)}</Fragment>
      <div className="flex gap-2">
        <SubmitButton pending={pending}>{words.save}</SubmitButton>
        {take && (
          <Button tone="plain" pending={away.pending} onClick={() => away.run(take.act, take.said)}>
            {take.verb}
          </Button>
        )}
      </div>
    </form>
  );
}
