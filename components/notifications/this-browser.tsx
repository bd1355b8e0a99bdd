'use client';

import { BellRing, Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { type Refusal } from '@/lib/core/refusal';
import { keepCalled } from '../notices/browser-notification';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';
import { browserName, pushHere, type PushState, turnPushOff, turnPushOn } from './push-subscription';

type ThisBrowserProps = {
  /** The public half of the key that calls are signed by. */
  pushKey: string;
  /** The reader's contact method that this address is, if it is one. */
  find: (address: string) => Promise<string | null>;
  add: (form: FormData) => Promise<Refusal | null>;
  remove: (id: string) => Promise<Refusal | null>;
};

/** Lets this very browser be called while Quarterdeck is closed. The browser asks its person only when this is pressed. */
export function ThisBrowser({ pushKey, find, add, remove }: ThisBrowserProps) {
  const router = useRouter();
  const [state, setState] = useState<PushState | null>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    let left = false;
    const look = async () => {
      const { state: here, address } = await pushHere();
      // Removed from another device it is off, whatever this browser still holds.
      const known = address === null || (await find(address)) !== null;
      if (!left) setState(known ? here : 'off');
    };
    look().catch(() => !left && setState('unavailable'));
    return () => {
      left = true;
    };
  }, [find]);

  async function turnOn(key: string) {
    const asked = await turnPushOn(key);
    if ('problem' in asked) return toast.error(asked.problem);
    const form = new FormData();
    form.set('channel', 'push');
    form.set('address', asked.address);
    form.set('label', browserName(navigator.userAgent));
    const refusal = await add(form);
    if (refusal) return toast.error(refusal.message);
    keepCalled(true);
    setState('on');
    toast.done('This browser is called from now on');
  }

  async function turnOff() {
    const { address } = await pushHere();
    const id = address && (await find(address));
    await turnPushOff();
    if (id) await remove(id);
    keepCalled(false);
    setState('off');
    toast.done('This browser is not called any more');
  }

  async function press(act: () => Promise<unknown>) {
    setPending(true);
    try {
      await act();
      router.refresh();
    } catch {
      toast.error('The server did not answer. Try again.');
    } finally {
      setPending(false);
    }
  }

  if (state === null) return <p className="min-h-9 py-2 text-muted">Looking at this browser…</p>;
  if (state === 'unavailable') {
    return (
      <p className="measure min-h-9 py-2 text-muted">
        This browser cannot be called here. It can where Quarterdeck is reached by https; on an iPhone, once Quarterdeck
        was added to the home screen.
      </p>
    );
  }
  if (state === 'blocked') {
    return (
      <p className="measure min-h-9 py-2 text-muted">
        This browser blocks notifications here. Allow them in the address bar’s menu, then reload.
      </p>
    );
  }
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <p className="measure flex flex-1 basis-64 items-start gap-2">
        {state === 'on' && <Check className="mt-0.5 size-4 shrink-0 text-done" aria-hidden="true" />}
        {state === 'on'
          ? 'On: pages and news show here, with Quarterdeck closed too. A page is acknowledged by one press on it.'
          : 'Pages and news can show here while Quarterdeck is closed.'}
      </p>
      {state === 'on' ? (
        <Button pending={pending} onClick={() => void press(turnOff)}>
          Turn off here
        </Button>
      ) : (
        <Button
          tone="primary"
          icon={<BellRing aria-hidden="true" />}
          pending={pending}
          onClick={() => void press(() => turnOn(pushKey))}
        >
          Turn on in this browser
        </Button>
      )}
    </div>
  );
}
