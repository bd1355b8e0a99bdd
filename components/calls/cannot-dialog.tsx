'use client';

import { useState } from 'react';
import { textOf } from '@/components/submit/text-of';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { type Call } from '@/lib/core/incident/paging';
import { type Answer } from './call-banner';

/** Says that one cannot; the next are called at once when nobody else of this step is left. */
export function CannotDialog({ call, answer, onClose }: { call: Call; answer: Answer; onClose: () => void }) {
  const [pending, setPending] = useState(false);

  async function send(form: FormData) {
    setPending(true);
    const draft = { id: call.page, take: false, reason: textOf(form, 'reason') || null };
    await answer(call.incident, 'answer-page', draft, 'Said: the next are called');
    setPending(false);
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="You cannot take this page"
      description="You are not called by it again. Whoever comes next is called at once."
      size="sm"
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) void send(new FormData(event.currentTarget));
        }}
      >
        <TextField name="reason" label="Why" optional maxLength={1_000} autoComplete="off" />
        <SubmitFooter verb="I cannot" pending={pending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
