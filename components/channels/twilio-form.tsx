'use client';

import { type Act } from '../people/use-act';
import { TextField } from '../ui/field';
import { SettingForm } from './setting-form';

type TwilioFormProps = {
  twilio: { accountSid: string; from: string; baseUrl: string } | null;
  save: Act<[form: FormData]>;
  take: Act;
};

/** The account that SMS and calls leave by. Its token is never shown again. */
export function TwilioForm({ twilio, save, take }: TwilioFormProps) {
  return (
    <SettingForm
      name="twilio"
      kept={JSON.stringify(twilio)}
      save={save}
      words={{ save: 'Save the account', saved: 'Saved: SMS and calls leave by this account' }}
      take={twilio && { act: take, verb: 'Send no SMS and no calls', said: 'No SMS and no call is sent any more' }}
    >
      {(errorOf) => (
        <>
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
        </>
      )}
    </SettingForm>
  );
}
