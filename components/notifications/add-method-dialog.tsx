'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FormError, SelectField, TextField } from '../ui/field';
import { SubmitFooter } from '../ui/submit-footer';
import { channelLabels, typedChannels } from './channel-labels';
import { type Lacks } from './method';

type AddMethodProps = {
  add: Act<[form: FormData]>;
  lacks: Lacks;
};

/** Writes down a way to be reached, to which a code is then sent. */
export function AddMethodDialog({ add, lacks }: AddMethodProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Add a way to reach you"
      description="A code is sent there. It counts once you have typed that code here."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<Plus aria-hidden="true" />} hotkey={{ keys: 'a', label: 'Add a way to reach you' }}>
          Add
        </Button>
      }
    >
      <AddMethodForm add={add} lacks={lacks} close={() => setOpen(false)} />
    </Dialog>
  );
}

function AddMethodForm({ add, lacks, close }: AddMethodProps & { close: () => void }) {
  const { form, pending, refusal, submit } = useAct();
  const [channel, setChannel] = useState<(typeof typedChannels)[number]>('email');
  const [secret] = useState(freshSecret);
  const words = channelLabels[channel];
  const errors = refusal?.fields ?? {};
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit(add, 'Added: a code is on its way there', close)}
      className="flex flex-col gap-4"
    >
      <FormError>{refusal && !refusal.fields && refusal.message}</FormError>
      <SelectField
        name="channel"
        label="By"
        value={channel}
        error={errors.channel}
        onChange={({ target }) => setChannel(typedChannels.find((each) => each === target.value) ?? 'email')}
      >
        {typedChannels.map((each) => (
          <option key={each} value={each}>
            {channelLabels[each].name}
          </option>
        ))}
      </SelectField>
      {lacks[channel] && (
        <p className="rounded-md bg-medium-wash px-3 py-2 text-xs">
          {lacks[channel]} An administrator sets it up under Settings, Channels; until then nothing arrives this way.
        </p>
      )}
      <TextField
        key={channel}
        name="address"
        label={words.address}
        hint={words.hint}
        placeholder={words.example}
        error={errors.address}
        autoComplete={channel === 'email' ? 'email' : channel === 'sms' || channel === 'voice' ? 'tel' : 'off'}
        inputMode={channel === 'email' ? 'email' : channel === 'sms' || channel === 'voice' ? 'tel' : 'url'}
        spellCheck={false}
      />
      {channel === 'webhook' && (
        <TextField
          name="secret"
          label="Secret"
          hint="Signs what is sent. Give it to the receiver; it is not shown again."
          defaultValue={secret}
          spellCheck={false}
          autoComplete="off"
        />
      )}
      <TextField
        name="label"
        label="What you call it"
        optional
        maxLength={80}
        autoComplete="off"
        error={errors.label}
      />
      <SubmitFooter verb="Send the code" pending={pending} onCancel={close} />
    </form>
  );
}

/** A Standard Webhooks secret: 24 bytes that nobody guesses. */
function freshSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
