'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { FormError } from '../ui/field';

/** Signs in with a passkey and goes on to `next`. The ceremony's code is loaded when it is asked for. */
export function PasskeySignIn({ next }: { next: string }) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setPending(true);
    setProblem(null);
    const { signInWithPasskey } = await import('./passkey');
    const trouble = await signInWithPasskey();
    if (trouble === null) return window.location.assign(next);
    setProblem(trouble);
    setPending(false);
  };
  return (
    <>
      <FormError>{problem}</FormError>
      <Button icon={<KeyRound aria-hidden="true" />} pending={pending} onClick={() => void run()}>
        Use a passkey
      </Button>
    </>
  );
}
