'use client';

import { useEffect, useState, type ClipboardEvent, type DragEvent, type FormEvent } from 'react';
import { useRoom } from '@/components/live/room-context';
import { useFaultFocus } from '@/components/submit/use-fault-focus';
import { Dialog } from '@/components/ui/dialog';
import { FormError, TextArea } from '@/components/ui/field';
import { useServerClock } from '@/components/ui/server-clock';
import { SubmitFooter } from '@/components/ui/submit-footer';
import { type Attachment } from '@/lib/core/facts/incident';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { type Evidence, EvidenceField } from './evidence-field';
import { uploadEvidence } from './upload-evidence';
import { WhenField } from './when-field';

type NoteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Adds something that happened, now or earlier, with evidence beside it. What was typed outlives the dialog. */
export function NoteDialog({ open, onOpenChange }: NoteDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add an event"
      description="What happened, in your own words. Markdown works."
    >
      <NoteForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function NoteForm({ onDone }: { onDone: () => void }) {
  const { incident, me, act } = useRoom();
  const clock = useServerClock();
  const draftKey = `qd-note:${incident.number}:${me.id}`;
  const [text, setText] = useState(() => readDraft(draftKey));
  const [at, setAt] = useState<string | null>(null);
  const [evidence, setEvidence] = useState<Evidence>({ kind: 'none' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useFaultFocus(refusal);
  const [sending, setSending] = useState(false);
  useEffect(() => writeDraft(draftKey, text), [draftKey, text]);

  async function post() {
    const attachment = await attachmentOf(evidence, incident.number);
    if (attachment && isRefusal(attachment)) return attachment;
    const words = text.trim() || attachment?.name || '';
    if (!words) return refuse('invalid', 'Say what happened, or attach evidence.', { text: 'Say something here.' });
    return act('add-note', { text: words, at, attachment });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const answer = await post();
    setSending(false);
    if (isRefusal(answer)) return setRefusal(answer);
    writeDraft(draftKey, '');
    onDone();
  }

  function take(files: FileList, event: ClipboardEvent | DragEvent) {
    const [file] = files;
    if (!file) return;
    event.preventDefault();
    setEvidence({ kind: 'file', file });
  }

  return (
    <form
      ref={form}
      className="flex flex-col gap-4"
      onSubmit={(event) => void submit(event)}
      onPaste={(event) => take(event.clipboardData.files, event)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event.dataTransfer.files, event)}
    >
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
      <WhenField value={at} onChange={setAt} now={clock.now()} error={refusal?.fields?.at} />
      <EvidenceField
        value={evidence}
        onChange={setEvidence}
        error={refusal?.fields?.file ?? refusal?.fields?.['attachment.href']}
      />
      <SubmitFooter verb="Add" pending={sending} onCancel={onDone} />
    </form>
  );
}

async function attachmentOf(evidence: Evidence, number: number): Promise<Attachment | Refusal | null> {
  if (evidence.kind === 'none') return null;
  if (evidence.kind === 'file') return uploadEvidence(number, evidence.file);
  const href = evidence.href.trim();
  if (!href) return null;
  if (!URL.canParse(href) || !/^https?:$/.test(new URL(href).protocol)) {
    return refuse('invalid', 'That is no web address.', {
      'attachment.href': 'Give an address that begins with https://.',
    });
  }
  const { host, pathname } = new URL(href);
  const name = decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? '') || host;
  return { name: name.slice(0, 200), type: 'link', size: null, fileId: null, href };
}

function readDraft(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function writeDraft(key: string, text: string) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // A browser without storage keeps the draft while the dialog is open.
  }
}
