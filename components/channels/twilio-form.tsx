'use client';

import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { FormError, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';

type TwilioFormProps = {
  twilio: { accountSid: string; from: string; baseUrl: string } | null;
  save: Act<[form: FormData]>;
  take: Act;
};

/** The account that SMS and calls leave by. Its token is never shown again. */
export function TwilioForm({ twilio, save, take }: TwilioFormProps) {
  const { form, pending, refusal, run } = useAct();
  const away = useAct();
  const errorOf = (name: string) => refusal?.fields?.[`twilio.${name}`] ?? null;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const filled = new FormData(event.currentTarget);
        run(() => save(filled), 'Saved: SMS and calls leave by this account');
      }}
      className="flex max-w-[36rem] flex-col gap-4 pt-3"
    >
      <FormError>{(refusal && !refusal.fields && refusal.message) || away.refusal?.message}</FormError>
      <TextField
        name="twilio.accountSid"
        label="Account SID"
        defaultValue={twilio?.accountSid}
        placeholder="AC…"
        error={errorOf('accountSid')}
        spellCheck={false}
        autoComplete="off"
      />
      <TextField
        name="twilio.authToken"
        label="Token"
        type="password"
        hint={twilio ? 'One is kept. Leave this empty to keep it.' : undefined}
        error={errorOf('authToken')}
        autoComplete="off"
      />
      <TextField
        name="twilio.from"
        label="From"
        hint="A number of the account that can both write and speak."
        inputMode="tel"
        defaultValue={twilio?.from}
        placeholder="+1 415 555 0100"
        error={errorOf('from')}
        autoComplete="off"
      />
      <TextField
        name="twilio.baseUrl"
        label="Address of the API"
        defaultValue={twilio?.baseUrl ?? 'https://api.twilio.com'}
        error={errorOf('baseUrl')}
        spellCheck={false}
        autoComplete="off"
      />
      <div className="flex gap-2">
        <SubmitButton pending={pending}>Save the account</SubmitButton>
        {twilio && (
          <Button
            tone="plain"
            pending={away.pending}
            onClick={() => away.run(take, 'No SMS and no call is sent any more')}
          >
            Send no SMS and no calls
          </Button>
        )}
      </div>
    </form>
  );
}
