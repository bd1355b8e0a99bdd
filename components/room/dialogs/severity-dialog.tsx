'use client';

import { useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { TextField } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { SeverityMark } from '@/components/ui/severity-mark';
import { toldWords } from '@/lib/core/severity/policy-words';
import { isRaise, severities, type Severity } from '@/lib/core/severity/severity';
import { ActDialog, wrong } from '../act-dialog';
import { markOf } from '../room-header';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';

/** Raising is one act, lowering needs a reason; both re-plan the clocks. */
export default function SeverityDialog() {
  const room = useRoom();
  const { severity, severityUnsure, policy } = room.incident;
  const acting = useActing();
  const [from] = useState(severity);
  const [to, setTo] = useState<Severity>(severity);
  const lowers = to !== severity && !isRaise(severity, to) && !severityUnsure;
  const rule = policy.rules[to];
  return (
    <ActDialog
      title="How bad is it?"
      submit={
        to === severity
          ? severityUnsure
            ? `Settle as ${to}`
            : 'Change severity'
          : isRaise(severity, to)
            ? `Raise to ${to}`
            : `Change to ${to}`
      }
      acting={acting}
      blocked={whyNot(room).open ?? (from === severity ? null : `Somebody set it to ${severity} meanwhile.`)}
      onSubmit={(form) =>
        acting.run('change-severity', { to, from, reason: textOf(form, 'reason') || null }, `Severity is ${to}`)
      }
    >
      <RadioCards
        name="to"
        legend="Severity"
        hideLegend
        value={to}
        onChange={(value) => setTo(value as Severity)}
        options={severities.map((each) => ({
          value: each,
          label: <SeverityMark severity={markOf(each)} />,
          hint: policy.rules[each].meaning,
        }))}
      />
      <p className="text-xs text-muted">
        Respond within {rule.responseMinutes} min,{' '}
        {rule.cadenceMinutes === null ? 'no updates owed' : `an update every ${rule.cadenceMinutes} min`}. Told:{' '}
        {toldWords[rule.told]}.
      </p>
      {lowers && (
        <TextField name="reason" label="Why is it less bad?" maxLength={1_000} error={wrong(acting, 'reason')} />
      )}
    </ActDialog>
  );
}
