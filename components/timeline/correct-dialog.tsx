'use client';

import { useState, type FormEvent } from 'react';
import { useRoom } from '@/components/live/room-context';
import { useFaultFocus } from '@/components/submit/use-fault-focus';
import { Dialog } from '@/components/ui/dialog';
import { FormError, TextArea } from '@/components/ui/field';
import { useServerClock } from '@/components/ui/server-clock';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { standingNote } from '@/lib/core/timeline/page';
import { type NoteItem } from './item';
import { WhenField } from './when-field';

type CorrectDialogProps = { item: NoteItem; open: boolean; onOpenChange: (open: boolean) => void };

/** Corrects a note's words or time. What it said before stays readable beneath it. */
export function CorrectDialog({ item, open, onOpenChange }: CorrectDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Correct this event"
      description="The former words and time stay readable beneath it."
    >
      <CorrectForm item={item} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function CorrectForm({ item, onDone }: { item: NoteItem; onDone: () => void }) {
  const { act } = useRoom();
  const clock = useServerClock();
  const [former] = useState(() => {
    const { text, at } = standingNote(item);
    return { text, at };
  });
  const [text, setText] = useState(former.text);
  const [at, setAt] = useState(former.at);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useFaultFocus(refusal);
  const [sending, setSending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const answer = await act('correct-note', { seq: item.fact.seq, text, at, former });
    setSending(false);
    if (isRefusal(answer)) setRefusal(answer);
    else onDone();
  }

  return (
    <form ref={form} className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <FormError>{refusal && !refusal.fields ? refusal.message : null}</FormError>
      <TextArea
        label="What happened"
        name="text"
        style={{ minHeight: '6rem' }}
        maxLength={10_000}
        value={text}
        error={refusal?.fields?.text}
        onChange={(event) => setText(event.target.value)}
      />
      <WhenField
        value={at}
        onChange={(next) => setAt(next ?? former.at)}
        now={clock.now()}
        error={refusal?.fields?.at}
        allowNow={false}
      />
      <SubmitFooter verb="Correct" pending={sending} onCancel={onDone} />
    </form>
  );
}
