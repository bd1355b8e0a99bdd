'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { freshKey } from '@/components/live/send-act';
import { useSubmit } from '@/components/submit/use-submit';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/field';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { toast } from '@/components/ui/toast';
import { type Refusal } from '@/lib/core/refusal';

type Saved = { id?: string; name: string };
export type Save = (form: FormData) => Promise<Saved | Refusal>;
type ErrorOf = (name: string) => string | null;

type RecordDialogProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  title: string;
  description?: ReactNode;
  save: Save;
  /** How far the record's facts go; null for a new one. */
  basis: number | null;
  /** What the record says now, for whoever was not the first to change it. */
  record?: readonly (readonly [string, string])[];
  size?: 'md' | 'lg';
  verb: string;
  fields: (errorOf: ErrorOf) => ReactNode;
  onSaved?: (saved: Saved) => void;
};

/** Writes one record down. Its fields are made when it opens; what was typed outlives every refusal. */
export function RecordDialog({ trigger, title, description, size, ...rest }: RecordDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog trigger={trigger} open={open} onOpenChange={setOpen} title={title} description={description} size={size}>
      <RecordForm {...rest} close={() => setOpen(false)} />
    </Dialog>
  );
}

type RecordFormProps = Omit<RecordDialogProps, 'trigger' | 'title' | 'description' | 'size'> & { close: () => void };

function RecordForm({ save, basis, record, verb, fields, onSaved, close }: RecordFormProps) {
  const router = useRouter();
  const [requestKey] = useState(freshKey);
  const { form, onSubmit, pending, refusal, errorOf } = useSubmit(
    async (filled) => {
      const answer = await save(filled);
      // The newer record comes with its new basis, so that saving again is a decision and not an accident.
      if ('refusal' in answer && answer.refusal === 'changed-meanwhile') router.refresh();
      return answer;
    },
    (saved) => {
      toast.done(`${saved.name} is saved`);
      router.refresh();
      onSaved?.(saved);
      close();
    },
  );
  const stale = refusal?.refusal === 'changed-meanwhile';
  const general = refusal && (stale || Object.keys(refusal.fields ?? {}).length === 0);
  return (
    <form ref={form} onSubmit={onSubmit} className="flex flex-col gap-4">
      <input type="hidden" name="requestKey" value={requestKey} />
      {basis !== null && <input type="hidden" name="basis" value={basis} />}
      {general && (
        <FormError>
          {refusal.message}
          {stale && record && (
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 text-xs">
              {record.map(([what, says]) => (
                <div key={what} className="contents">
                  <dt className="text-muted">{what}</dt>
                  <dd>{says || '—'}</dd>
                </div>
              ))}
            </dl>
          )}
        </FormError>
      )}
      {fields(errorOf)}
      <SubmitFooter verb={verb} pending={pending} onCancel={close} />
    </form>
  );
}
