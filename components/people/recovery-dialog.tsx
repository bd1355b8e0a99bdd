'use client';

import { useActionState } from 'react';
import { type Refusal } from '@/lib/core/refusal';
import { Button } from '../ui/button';
import { Dialog, DialogFooter } from '../ui/dialog';
import { FormError } from '../ui/field';
import { SubmitButton } from '../ui/submit-button';
import { Time } from '../ui/time';
import { Secret } from './secret';

/** Makes a recovery link: the link itself, once, or why not. */
export type OfferRecovery = (id: string) => Promise<{ link: string; expiresAt: string } | Refusal>;

type Props = { person: { id: string; name: string }; open: boolean; close: () => void; offer: OfferRecovery };

const unanswered: Refusal = { refusal: 'conflict', message: 'The server did not answer. Try again.' };

/** A way back for somebody who forgot their password. */
export function RecoveryDialog({ person, open, close, offer }: Props) {
  return (
    <Dialog
      title={`A recovery link for ${person.name}`}
      size="sm"
      open={open}
      onOpenChange={(wanted) => !wanted && close()}
    >
      <RecoveryOffer person={person} close={close} offer={offer} />
    </Dialog>
  );
}

function RecoveryOffer({ person: { id, name }, close, offer }: Omit<Props, 'open'>) {
  const [answer, submit] = useActionState(() => offer(id).catch(() => unanswered), null);
  if (answer && 'link' in answer) {
    return (
      <div className="flex flex-col gap-3">
        <p>
          Give this link to <strong className="font-semibold">{name}</strong> and nobody else. It works once, until{' '}
          <Time at={answer.expiresAt} />, and is not shown again.
        </p>
        <Secret label="Recovery link" value={answer.link} />
        <DialogFooter>
          <Button onClick={close}>Done</Button>
        </DialogFooter>
      </div>
    );
  }
  return (
    <form action={submit} className="flex flex-col gap-4">
      <FormError>{answer?.message}</FormError>
      <p className="text-muted">
        With it they choose a new password and are signed out everywhere else. A link made before stops working.
      </p>
      <DialogFooter>
        <SubmitButton>Make the link</SubmitButton>
      </DialogFooter>
    </form>
  );
}
