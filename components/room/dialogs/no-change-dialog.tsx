'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { Check } from '@/components/ui/check';
import { TextArea } from '@/components/ui/field';
import { useServerClock } from '@/components/ui/server-clock';
import { plainNoChanges } from '@/lib/core/incident/cadence';
import { type Estimate } from '@/lib/core/incident/incident';
import { msOf } from '@/lib/core/instant';
import { ActDialog, wrong } from '../act-dialog';
import { ChoiceChips } from '../choice-chips';
import { EstimateField } from '../estimate-field';
import { EstimateWords } from '../estimate-words';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** Silence with a signature: the four fields stand, the estimate is confirmed or moved. The third in a row needs more. */
export default function NoChangeDialog() {
  const room = useRoom();
  const { update, cadence } = room.incident;
  const acting = useActing();
  const clock = useServerClock();
  const [first] = useState(update);
  const passed = useState(() => first && isPast(first.estimate, clock.now()))[0] ?? false;
  const [moved, setMoved] = useState(passed);
  const [estimate, setEstimate] = useState<Estimate | null>(first?.estimate ?? null);
  const [help, setHelp] = useState(false);
  if (!first) return null;
  const asksMore = cadence.noChangeRun >= plainNoChanges;
  const theirs =
    update && update.seq !== first.seq ? `${update.by.name} posted an update a moment ago. Read it first.` : null;
  return (
    <ActDialog
      title="No change"
      description="The four fields stay as they are, and the clock starts again."
      submit="Confirm no change"
      acting={acting}
      blocked={whyNot(room).noChange ?? theirs}
      onSubmit={(form) =>
        acting.run(
          'confirm-no-change',
          {
            estimate: (moved ? estimate : null) ?? first.estimate,
            hypothesis: textOf(form, 'hypothesis') || null,
            askForHelp: help,
            seen: first.seq,
          },
          'No change confirmed',
        )
      }
    >
      <p className="measure border-l-2 border-line pl-3 text-muted">{first.status}</p>
      <ChoiceChips
        legend="The estimate"
        value={moved ? 'moved' : 'holds'}
        onChange={(choice) => setMoved(choice === 'moved')}
        options={[
          { value: 'holds', label: <Holds estimate={first.estimate} /> },
          { value: 'moved', label: 'Has moved' },
        ]}
      />
      {moved && <EstimateField value={estimate} onChange={setEstimate} error={wrong(acting, 'estimate')} />}
      {asksMore && (
        <div className="flex flex-col gap-3 border-t border-line pt-4">
          <p className="measure">
            This is the third “no change” in a row. Write what you think is the cause now, or ask for help.
          </p>
          <TextArea
            name="hypothesis"
            label="New hypothesis"
            optional={help}
            maxLength={1_000}
            error={help ? null : wrong(acting, 'hypothesis')}
          />
          <Check
            name="help"
            label="Ask for help"
            hint="Administrators and the owning teams’ leads are told."
            checked={help}
            onChange={(event) => setHelp(event.target.checked)}
          />
        </div>
      )}
    </ActDialog>
  );
}

function Holds({ estimate }: { estimate: Estimate }) {
  return (
    <>
      Holds: <EstimateWords estimate={estimate} />
    </>
  );
}

function isPast(estimate: Estimate, now: number): boolean {
  const at = estimate.kind === 'at' ? estimate.at : estimate.nextAt;
  return at !== null && msOf(at) < now;
}
