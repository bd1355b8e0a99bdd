'use client';

import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { FormError, SelectField, TextField } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';

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
  const { form, pending, refusal, run } = useAct();
  const away = useAct();
  const errorOf = (name: string) => refusal?.fields?.[`email.${name}`] ?? null;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const filled = new FormData(event.currentTarget);
        run(() => save(filled), 'Saved: mail leaves by this server');
      }}
      className="flex max-w-[36rem] flex-col gap-4 pt-3"
    >
      <FormError>{(refusal && !refusal.fields && refusal.message) || away.refusal?.message}</FormError>
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
      <div className="flex gap-2">
        <SubmitButton pending={pending}>Save the mail server</SubmitButton>
        {email && (
          <Button tone="plain" pending={away.pending} onClick={() => away.run(take, 'No mail is sent any more')}>
            Send no mail
          </Button>
        )}
      </div>
    </form>
  );
}
