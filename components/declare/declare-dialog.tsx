'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { freshKey } from '@/components/live/send-act';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFooter } from '@/components/ui/dialog';
import { type Declare, type DeclareChoices, type FindDoubles, type Meanings } from './choices';
import { DeclareForm } from './declare-form';

type DeclareDialogProps = {
  open: boolean;
  onClose: () => void;
  meanings: Meanings;
  choices: DeclareChoices | null;
  declare: Declare;
  findDoubles: FindDoubles;
};

export default function DeclareDialog({ open, onClose, ...rest }: DeclareDialogProps) {
  const router = useRouter();
  const [requestKey] = useState(freshKey);
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => !now && onClose()}
      title="Declare an incident"
      description="When in doubt, declare: it costs a minute to call it off."
      size="lg"
    >
      <DeclareForm
        {...rest}
        requestKey={requestKey}
        onDone={(number) => router.push(`/incidents/${number}`)}
        footer={(submit, double) => (
          <DialogFooter>
            {double}
            <Button tone="plain" onClick={onClose}>
              Cancel
            </Button>
            {submit}
          </DialogFooter>
        )}
      />
    </Dialog>
  );
}
