'use client';

import { useEffect, useRef } from 'react';

/** What a field at fault carries: `aria-invalid`, or `data-invalid` where the control's role does not know that attribute. */
const faulty = '[aria-invalid="true"], [data-invalid]';
const control = 'input:not([type="hidden"], :disabled), button:not(:disabled)';

/** The ref of a form: after each refusal the first field at fault takes the focus, and the form keeps it where none is. */
export function useFaultFocus(refusal: object | null | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = refusal && form.current?.querySelector<HTMLElement>(faulty);
    if (!field) return;
    const within = field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>(control);
    (field instanceof HTMLFieldSetElement ? within : field)?.focus();
  }, [refusal]);
  return form;
}
