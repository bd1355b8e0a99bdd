'use client';

import { type ReactNode } from 'react';
import { Check } from '@/components/ui/check';
import { TextArea, TextField } from '@/components/ui/field';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { severities, type Severity } from '@/lib/core/severity/severity';
import { RecordDialog, type Save } from './record-dialog';

type Role = { key: string; name: string; instructions: string; builtIn: boolean; owedAt: Severity[]; basis: number };

type RoleDialogProps = { trigger: ReactNode; kind: Role | null; save: Save };

export function RoleDialog({ trigger, kind: role, save }: RoleDialogProps) {
  return (
    <RecordDialog
      trigger={trigger}
      title={role ? `Change ${role.name.toLowerCase()}` : 'Add a role'}
      description={role ? undefined : 'A part somebody takes in an incident, beside the five every incident knows.'}
      save={save}
      basis={role?.basis ?? null}
      record={
        role
          ? [
              ['Name', role.name],
              ['Owed at', role.owedAt.join(', ')],
              ['Instructions', role.instructions],
            ]
          : undefined
      }
      verb={role ? 'Save' : 'Add'}
      fields={(errorOf) => (
        <>
          {role?.builtIn ? (
            <input type="hidden" name="name" value={role.name} />
          ) : (
            <TextField
              name="name"
              label="Name"
              defaultValue={role?.name}
              error={errorOf('name')}
              placeholder="Customer liaison"
              maxLength={60}
              required
              autoComplete="off"
            />
          )}
          <TextArea
            name="instructions"
            label="Instructions"
            hint="Shown privately to whoever takes the role, at three in the morning. Short sentences."
            defaultValue={role?.instructions}
            error={errorOf('instructions')}
            rows={4}
            maxLength={2000}
            required
          />
          <fieldset>
            <legend className="mb-1.5 font-medium">Owed at</legend>
            <p className="mb-2 text-xs text-muted">
              At these severities the room shows the role as owed until somebody takes it.
            </p>
            <div className="grid grid-cols-2 gap-2">
              {severities.map((severity) => (
                <Check
                  key={severity}
                  name="owedAt"
                  value={severity}
                  defaultChecked={role?.owedAt.includes(severity)}
                  label={<SeverityMark severity={severity.toLowerCase() as Mark} />}
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
    />
  );
}
