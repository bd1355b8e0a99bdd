'use client';

import { ArrowLeftRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { freshKey } from '@/components/live/send-act';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { FormError, SelectField, TextField } from '@/components/ui/field';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { toast } from '@/components/ui/toast';
import { spanWords } from '@/lib/core/oncall/span-words';
import type { Refusal } from '@/lib/core/refusal';

type Span = { from: string; to: string };
export type OtherShift = Span & { person: { id: string; name: string } };

type SwapDialogProps = {
  schedule: { name: string; timeZone: string };
  shift: Span;
  people: readonly { id: string; name: string }[];
  returns: readonly OtherShift[];
  save: (form: FormData) => Promise<{ name: string } | Refusal>;
};

/** Offers one of the reader's shifts, behind a button. */
export function SwapDialog(props: SwapDialogProps) {
  const [open, setOpen] = useState(false);
  const { schedule, shift } = props;
  const words = spanWords(shift, schedule.timeZone);
  return (
    <Dialog
      trigger={
        <Button size="sm" icon={<ArrowLeftRight />} aria-label={`Offer the shift in ${schedule.name}, ${words}`}>
          Offer
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      title="Offer a shift"
      description={`${schedule.name}, ${words}. It stays yours until somebody accepts.`}
    >
      <SwapForm {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function SwapForm({ schedule, shift, people, returns, save, close }: SwapDialogProps & { close: () => void }) {
  const router = useRouter();
  const [requestKey] = useState(freshKey);
  const [to, setTo] = useState('');
  const { form, onSubmit, pending, refusal, errorOf } = useSubmit(save, ({ name }) => {
    toast.done(`Offered to ${name}`);
    close();
    router.refresh();
  });
  const theirs = returns.filter(({ person }) => person.id === to);
  const options = [
    { value: '', label: 'Anyone of the rota' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form ref={form} onSubmit={onSubmit} className="flex flex-col gap-4">
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="from" value={shift.from} />
      <input type="hidden" name="until" value={shift.to} />
      {refusal && <FormError>{refusal.message}</FormError>}
      <Combobox name="to" label="To" options={options} value={to} onChange={setTo} error={errorOf('to')} />
      {to !== '' && (
        <SelectField
          name="back"
          label="For one of theirs"
          optional
          error={errorOf('back')}
          hint={theirs.length === 0 ? 'They have no shift here within eight weeks.' : undefined}
        >
          <option value="">Nothing in return</option>
          {theirs.map(({ from, to: until }) => (
            <option key={from} value={`${from} ${until}`}>
              {spanWords({ from, to: until }, schedule.timeZone)}
            </option>
          ))}
        </SelectField>
      )}
      <TextField name="note" label="Why" optional maxLength={200} autoComplete="off" error={errorOf('note')} />
      <SubmitFooter verb="Offer" pending={pending} onCancel={close} />
    </form>
  );
}
