'use client';

import { type ReactNode } from 'react';
import { RecordDialog, type Save } from '@/components/catalog/record-dialog';
import { SelectField, TextField } from '@/components/ui/field';
import {
  type Ending,
  endings,
  type EscalationPolicy,
  type Target,
  usualEnding,
} from '@/lib/core/escalation/escalation-policy';
import { policySentence } from '@/lib/core/escalation/policy-words';
import { StepsField } from './steps-field';

type EscalationDialogProps = {
  trigger: ReactNode;
  policy: (EscalationPolicy & { basis: number }) | null;
  /** Everybody and everything a step may page. */
  targets: readonly Target[];
  save: Save;
};

const endingOptions: Record<Ending, string> = {
  'call-owners': 'Call administrators and leads',
  'call-everyone': 'Call everyone',
  'tell-owners': 'Tell administrators and leads, and call nobody',
};
const rounds = ['Once', 'Twice', ...Array.from({ length: 8 }, (_, at) => `${at + 3} times`)];

export function EscalationDialog({ trigger, policy, targets, save }: EscalationDialogProps) {
  return (
    <RecordDialog
      trigger={trigger}
      title={policy ? `Change ${policy.name}` : 'Add an escalation policy'}
      description={
        policy
          ? 'It governs pages that start from now on; running ones keep their steps.'
          : 'Each step is paged when its moment comes, unless somebody has acknowledged by then.'
      }
      size="lg"
      save={save}
      basis={policy?.basis ?? null}
      record={
        policy
          ? [
              ['Name', policy.name],
              ['Pages', policySentence(policy)],
            ]
          : undefined
      }
      verb={policy ? 'Save' : 'Add'}
      fields={(errorOf) => (
        <>
          <TextField
            name="name"
            label="Name"
            defaultValue={policy?.name}
            error={errorOf('name')}
            maxLength={80}
            required
            autoComplete="off"
          />
          <StepsField steps={policy?.steps ?? []} targets={targets} errorOf={errorOf} />
          <SelectField name="repeats" label="All of it" defaultValue={policy?.repeats ?? 1} error={errorOf('repeats')}>
            {rounds.map((words, repeats) => (
              <option key={words} value={repeats}>
                {words}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="ending"
            label="If nobody has acknowledged by then"
            hint="Whoever sent the page is called or told too."
            defaultValue={policy?.ending ?? usualEnding}
            error={errorOf('ending')}
          >
            {endings.map((ending) => (
              <option key={ending} value={ending}>
                {endingOptions[ending]}
              </option>
            ))}
          </SelectField>
        </>
      )}
    />
  );
}
