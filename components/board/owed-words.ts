import { type Owed } from '@/lib/core/incident/owed';

/** What is owed next as a person would say it; the countdown stands beside it. */
export function owedWords(owed: Owed): string {
  switch (owed.kind) {
    case 'command':
      return 'Somebody must take command';
    case 'update':
      return owed.by ? `${owed.by} owes an update` : 'An update is owed';
    case 'handover':
      return `${owed.by ?? 'Somebody'} owes ${owed.text}`;
    case 'task':
      return owed.by ? `${owed.by}: ${owed.text}` : owed.text;
    case 'decision':
      return `Time for ${owed.text}`;
    case 'vendor':
      return owed.by ? `${owed.by} waits for ${owed.text}` : `Waiting for ${owed.text}`;
    default:
      return owed.kind satisfies never;
  }
}
