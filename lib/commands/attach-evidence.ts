import { createHash, randomUUID } from 'node:crypto';
import { mayAct, maySee } from '@/lib/core/access/may';
import { cleanFileName, kindOfFile, mostEvidenceBytes } from '@/lib/core/evidence/kind-of-file';
import { type Attachment } from '@/lib/core/facts/incident';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { bytesHeld, evidenceGuard, keepEvidence } from '@/lib/store/evidence';
import { transact } from '@/lib/store/transact';
import { type Caller } from './caller';
import { counted } from './counted';

interface File {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of evidence that one incident may hold: room for hundreds of screenshots, not for a backup of a disk. */
const mostHeld = 500 * 1024 * 1024;

/**
 * Keeps a file for an incident and answers with the attachment for the note that will show it. Harmless when repeated. Refuses
 * what is too large, what is no image, PDF or text, and whoever may not act there.
 */
export async function attachEvidence(caller: Caller, number: number, file: File): Promise<Attachment | Refusal> {
  return counted('attach-evidence', () => attach(caller, number, file));
}

async function attach({ actor }: Caller, number: number, file: File): Promise<Attachment | Refusal> {
  if (!mayAct(actor)) return refuse('not-allowed', 'Observers read everything and change nothing.');
  const { bytes } = file;
  if (bytes.length > mostEvidenceBytes) return tooLarge();
  const name = cleanFileName(file.name);
  const type = kindOfFile(bytes, name);
  if (!type) {
    const message =
      bytes.length === 0 ? 'The file is empty.' : 'Only PNG, JPEG, GIF and WebP images, PDF and plain text are taken.';
    return refuse('invalid', message, { file: message });
  }
  return transact(async ({ tx }) => {
    const guard = await evidenceGuard(tx, number);
    if (!guard || !maySee(actor, guard)) return refuse('not-found', 'There is no such incident.');
    if ((await bytesHeld(tx, number)) + bytes.length > mostHeld) {
      return refuse('too-many', 'This incident holds as much evidence as it may. Attach a link instead.');
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const made = { id: randomUUID(), incident: number, name, type, sha256, bytes };
    const fileId = await keepEvidence(tx, { ...made, createdBy: actor.id, createdAt: await readClock(tx) });
    return { name, type, size: bytes.length, fileId, href: null };
  });
}

export function tooLarge(): Refusal {
  return refuse('too-large', 'The file is larger than 10 MB. Attach a smaller one, or a link to it.', {
    file: 'Larger than 10 MB.',
  });
}
