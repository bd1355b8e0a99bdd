'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/** Sends its form, and waits visibly while the form's action runs. A second press does nothing. */
export function SubmitButton({ tone = 'primary', ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button {...rest} tone={tone} type="submit" pending={pending || rest.pending} />;
}
