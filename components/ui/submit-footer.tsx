'use client';

import { type ReactNode } from 'react';
import { Button } from './button';
import { DialogFooter } from './dialog';
import { SubmitButton } from './submit-button';

type SubmitFooterProps = {
  /** What sending the form does: on its button, and by ⌘/Ctrl+Enter from any field. */
  verb: string;
  tone?: 'primary' | 'danger';
  pending?: boolean;
  disabled?: boolean;
  cancel?: string;
  onCancel: () => void;
  /** Beside the buttons, at the left. */
  children?: ReactNode;
};

/** The end of a dialog's form: out of it without a change, or do it. */
export function SubmitFooter({
  verb,
  tone,
  pending,
  disabled,
  cancel = 'Cancel',
  onCancel,
  children,
}: SubmitFooterProps) {
  return (
    <DialogFooter>
      {children && <div className="mr-auto flex items-center gap-2">{children}</div>}
      <Button tone="plain" onClick={onCancel}>
        {cancel}
      </Button>
      <SubmitButton
        tone={tone}
        pending={pending}
        disabled={disabled}
        hotkey={{ keys: 'mod+enter', label: verb, inDialog: true, typing: true, hidden: true }}
      >
        {verb}
      </SubmitButton>
    </DialogFooter>
  );
}
