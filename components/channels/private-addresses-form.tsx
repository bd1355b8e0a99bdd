'use client';

import { type Act, useAct } from '../people/use-act';
import { FormError, TextArea } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';

type PrivateAddressesFormProps = { allowPrivate: readonly string[]; save: Act<[form: FormData]> };

/** Which addresses within one's own network webhooks and the like may call; all others there are refused. */
export function PrivateAddressesForm({ allowPrivate, save }: PrivateAddressesFormProps) {
  const { form, pending, refusal, submit } = useAct();
  const errors = Object.values(refusal?.fields ?? {});
  return (
    <form ref={form} noValidate onSubmit={submit(save, 'Saved')} className="flex max-w-[36rem] flex-col gap-4 pt-3">
      <FormError>{refusal && errors.length === 0 && refusal.message}</FormError>
      <TextArea
        key={allowPrivate.join()}
        name="allowPrivate"
        label="Allowed"
        hint="One a line: a machine (chat.example.internal), all below a name (*.example.internal), an address, or a range (10.0.0.0/8). Whatever else is within your own network is never called."
        rows={3}
        defaultValue={allowPrivate.join('\n')}
        error={errors[0]}
        spellCheck={false}
        className="[&_textarea]:font-mono [&_textarea]:text-xs"
      />
      <SubmitButton pending={pending} className="self-start">
        Save the addresses
      </SubmitButton>
    </form>
  );
}
