import { oneLine } from '@/lib/core/text';
import { type Envelope } from './envelope';

/** What a notice is about, on one line: `INC-42 Critical: Payments fail`. */
export function subjectOf({ title }: Envelope): string {
  return oneLine(title).trim();
}

/** The colour a severity has in every message, as RGB. */
export function colourOf(severity: string | null): number {
  return { Critical: 0xd92d20, High: 0xdc6803, Medium: 0xb58a00, Low: 0x667085 }[severity ?? ''] ?? 0x3b6fd4;
}
