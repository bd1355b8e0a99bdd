'use client';

import { type ReactNode, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { OverrideForm, type OverrideFormProps } from './override-form';

/** The override form behind a button. */
export function OverrideDialog({ trigger, ...form }: { trigger: ReactNode } & Omit<OverrideFormProps, 'close'>) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog trigger={trigger} open={open} onOpenChange={setOpen} title="Override" description={form.words}>
      <OverrideForm {...form} close={() => setOpen(false)} />
    </Dialog>
  );
}
