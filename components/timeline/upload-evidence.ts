import { mostEvidenceBytes } from '@/lib/core/evidence/kind-of-file';
import { type Attachment } from '@/lib/core/facts/incident';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';

/** Sends a file to be kept for an incident. Nothing is lost by trying again: the same file is kept once. */
export async function uploadEvidence(number: number, file: File): Promise<Attachment | Refusal> {
  if (file.size > mostEvidenceBytes) {
    return refuse('too-large', 'The file is larger than 10 MB. Attach a smaller one, or a link to it.');
  }
  const query = new URLSearchParams({ incident: String(number), name: file.name });
  try {
    const answer = await fetch(`/evidence?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    const said: unknown = await answer.json();
    if (answer.ok || isRefusal(said)) return said as Attachment | Refusal;
  } catch {
    // No answer, or one that is not ours: both are said below.
  }
  return refuse('conflict', 'The file did not reach the server. What you wrote is still here; try again.');
}
