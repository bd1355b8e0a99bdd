'use client';

import { type ReactNode } from 'react';
import { useFaultFocus } from '@/components/submit/use-fault-focus';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/field';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { useAsk } from './ask';
import { type Acting } from './use-acting';

type ActDialogProps = {
  title: string;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** The verb on the button. */
  submit: string;
  tone?: 'primary' | 'danger';
  acting: Acting;
  /** Why it cannot be done any more: others were quicker. What was typed stays. */
  blocked?: string | null;
  /** Answers whether the dialog may close. */
  onSubmit: (form: FormData) => Promise<boolean>;
  /** Beside the buttons, at the left. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A dialog around the one form of an act: ⌘/Ctrl+Enter does it, a refusal is shown at its field, which takes the focus, and everything typed is kept. */
export function ActDialog(props: ActDialogProps) {
  const { title, description, size, submit, tone = 'primary', acting, blocked, onSubmit, aside, children } = props;
  const { close } = useAsk();
  const form = useFaultFocus(acting.refusal);

  async function send() {
    if (acting.pending || blocked || !form.current) return;
    if (await onSubmit(new FormData(form.current))) close();
  }

  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={title} description={description} size={size}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void send();
        }}
        className="flex flex-col gap-4"
      >
        <FormError>{blocked ?? generalOf(acting)}</FormError>
        {children}
        <SubmitFooter verb={submit} tone={tone} pending={acting.pending} disabled={Boolean(blocked)} onCancel={close}>
          {aside}
        </SubmitFooter>
      </form>
    </Dialog>
  );
}

/** A refusal about one field stands beside that field; only what no field shows stands on top. */
function generalOf({ refusal }: Acting): string | null {
  return refusal && Object.keys(refusal.fields ?? {}).length === 0 ? refusal.message : null;
}

/** What is wrong with a field, if the refusal says so. */
export function wrong({ refusal }: Acting, field: string): string | null {
  return refusal?.fields?.[field] ?? null;
}
