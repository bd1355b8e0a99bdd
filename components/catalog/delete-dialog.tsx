'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/field';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { toast } from '@/components/ui/toast';
import { type Refusal } from '@/lib/core/refusal';

type DeleteDialogProps = {
  name: string;
  /** What goes with it, and what stays. */
  children: ReactNode;
  remove: () => Promise<{ name: string } | Refusal>;
  /** Where to go when the page was about it. */
  then?: string;
};

/** Asks once more, saying what will be gone. */
export function DeleteDialog({ name, children, remove, then }: DeleteDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { form, onSubmit, pending, refusal } = useSubmit(remove, (gone) => {
    toast.done(`${gone.name} is deleted`);
    setOpen(false);
    if (then) router.push(then);
    router.refresh();
  });
  return (
    <Dialog
      trigger={
        <Button tone="plain" aria-label={`Delete ${name}`}>
          Delete
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      title={`Delete ${name}?`}
      size="sm"
    >
      <form ref={form} onSubmit={onSubmit} className="flex flex-col gap-3">
        {refusal && <FormError>{refusal.message}</FormError>}
        <div className="measure text-muted">{children}</div>
        <SubmitFooter verb="Delete" tone="danger" pending={pending} cancel="Keep it" onCancel={() => setOpen(false)} />
      </form>
    </Dialog>
  );
}
