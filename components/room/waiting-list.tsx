'use client';

import { useRoom } from '@/components/live/room-context';
import { type WaitingAct } from '@/components/live/waiting-acts';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { ActDraft } from '@/lib/core/incident/acts';
import { actWords } from './act-words';
import { useAsk } from './ask';
import { draftOf, useUpdateDraft } from './update-draft';

/** What was done without a connection: in sight until it is sent, taken back, or read why it was refused. */
export function WaitingList() {
  const { waiting } = useRoom();
  if (waiting.length === 0) return null;
  return (
    <ul aria-label="Waiting for a connection" className="border-b border-line bg-sunken px-4 md:px-6">
      {waiting.map((each) => (
        <WaitingRow key={each.key} waiting={each} />
      ))}
    </ul>
  );
}

function WaitingRow({ waiting: { key, name, draft, at, state, message } }: { waiting: WaitingAct }) {
  const { incident, me, withdraw, confirm } = useRoom();
  const { compose } = useAsk();
  const { draft: other, keep } = useUpdateDraft(incident.number, me.id);
  const verb = actWords[name];
  const isUpdate = name === 'post-update';

  /** An update that was not sent goes back to where it was written. */
  function takeBack() {
    if (isUpdate && !other) keep(draftOf(draft as ActDraft<'post-update'>));
    withdraw(key);
    if (isUpdate) compose(true);
  }

  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 last:border-b-0">
      <span className="min-w-0 flex-1">
        <span className="font-medium">{verb}</span>
        <span className={state === 'refused' ? 'text-critical' : 'text-muted'}>
          {state === 'waiting' && ' waits for a connection'}
          {state === 'sending' && ' is being sent'}
          {state === 'held' && ` was not sent: ${message ?? 'it is a while ago. Does it still stand?'}`}
          {state === 'refused' && `: ${message ?? 'refused'}`}
        </span>
        <span className="text-xs text-muted">
          {' '}
          · <Time at={at} form="clock" />
        </span>
      </span>
      {state === 'held' && (
        <Button size="sm" onClick={() => confirm(key)}>
          Send now
        </Button>
      )}
      {state === 'refused' && isUpdate && (
        <Button size="sm" onClick={takeBack}>
          Open the update
        </Button>
      )}
      {state === 'waiting' && (
        <Button size="sm" tone="plain" onClick={takeBack}>
          Take back
        </Button>
      )}
      {(state === 'held' || state === 'refused') && (
        <Button size="sm" tone="plain" onClick={() => withdraw(key)}>
          {state === 'held' ? 'Discard' : 'Dismiss'}
        </Button>
      )}
    </li>
  );
}
