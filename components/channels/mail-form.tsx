'use client';

import { type Act } from '../people/use-act';
import { SelectField, TextField } from '../ui/field';
import { SettingForm } from './setting-form';

type MailFormProps = {
  email: {
    host: string;
    port: number;
    secure: boolean;
    user?: string | undefined;
    from: string;
    hasPassword: boolean;
  } | null;
  save: Act<[form: FormData]>;
  take: Act;
};

/** The mail server that news and pages leave by. Its password is never shown again. */
export function MailForm({ email, save, take }: MailFormProps) {
  return (
    <SettingForm
      name="email"
      kept={JSON.stringify(email)}
      save={save}
      words={{ save: 'Save the mail server', saved: 'Saved: mail leaves by this server' }}
      take={email && { act: take, verb: 'Send no mail', said: 'No mail is sent any more' }}
    >
      {(errorOf) => (
        <>
          <div className="grid gap-4 md:grid-cols-[1fr_7rem_12rem]">
            <TextField
              name="email.host"
              label="Server"
              defaultValue={email?.host}
              placeholder="mail.example.com"
              error={errorOf('host')}
              spellCheck={false}
              autoComplete="off"
            />
            <TextField
              name="email.port"
              label="Port"
              inputMode="numeric"
              defaultValue={email?.port ?? 587}
              error={errorOf('port')}
              autoComplete="off"
            />
            <SelectField name="email.secure" label="Encryption" defaultValue={email?.secure ? 'tls' : 'starttls'}>
              <option value="starttls">STARTTLS if offered</option>
              <option value="tls">TLS from the start</option>
            </SelectField>
          </div>
          <TextField
            name="email.from"
            label="From"
            defaultValue={email?.from}
            placeholder="Quarterdeck <alerts@example.com>"
            error={errorOf('from')}
            spellCheck={false}
            autoComplete="off"
          />
          <div className="grid gap-4 md:grid-cols-2">
            <TextField
              name="email.user"
              label="User"
              optional
              defaultValue={email?.user ?? ''}
              error={errorOf('user')}
              spellCheck={false}
              autoComplete="off"
            />
            <TextField
              name="email.password"
              label="Password"
              type="password"
              optional
              hint={email?.hasPassword ? 'One is kept. Leave this empty to keep it.' : undefined}
              error={errorOf('password')}
              autoComplete="off"
            />
          </div>
        </>
      )}
    </SettingForm>
  );
}
