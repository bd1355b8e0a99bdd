'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { type Act, useAct } from '../people/use-act';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { FormError, TextField } from '../ui/field';
import { FocusHeir } from '../ui/focus-heir';
import { SubmitButton } from '../ui/submit-button';
import { channelLabels } from './channel-labels';
import { ChannelMark } from './channel-mark';
import { isOnItsWay, lastWords } from './last-words';
import { type Lacks, type Method } from './method';

export interface MethodActs {
  verify: Act<[id: string, form: FormData]>;
  sendCode: Act<[id: string]>;
  sendTest: Act<[id: string]>;
  remove: Act<[id: string]>;
}

type MethodListProps = { methods: readonly Method[]; lacks: Lacks; acts: MethodActs };

/** How often what is on its way is looked at. */
const lookEveryMs = 1_000;
/** What takes longer is seen at the next visit. */
const mostLooks = 60;

/** The ways to reach somebody, each with what makes it count and a test that says how long it took. */
export function MethodList({ methods, lacks, acts }: MethodListProps) {
  const router = useRouter();
  const waiting = methods.some(({ last }) => last !== null && isOnItsWay(last));
  useEffect(() => {
    if (!waiting) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      router.refresh();
      if (looks === mostLooks) clearInterval(timer);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [waiting, router]);

  return (
    <ul>
      {methods.map((method) => (
        <MethodRow key={method.id} method={method} lacks={lacks[method.channel]} acts={acts} />
      ))}
    </ul>
  );
}

type MethodRowProps = { method: Method; lacks: string | undefined; acts: MethodActs };

function MethodRow({ method, lacks, acts }: MethodRowProps) {
  const { id, channel, label, shown, verified, gone, last } = method;
  const { pending, refusal, run } = useAct();
  const { name } = channelLabels[channel];
  return (
    <li aria-label={`${name} ${shown}`} className="border-b border-line py-2 last:border-b-0">
      <FocusHeir>
        <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1">
          <ChannelMark channel={channel} />
          <span className="min-w-0 flex-1 basis-52 truncate">
            <span className="font-medium">{label || name}</span>{' '}
            <span className="text-muted">
              {label && `${name} · `}
              {shown}
            </span>
          </span>
          {!verified && <Badge tone="medium">not verified</Badge>}
          {gone && <Badge tone="overdue">gone</Badge>}
          <span className="ml-auto flex gap-2">
            {verified && (
              <Button
                size="sm"
                pending={pending || (last !== null && isOnItsWay(last))}
                onClick={() => run(() => acts.sendTest(id), 'A test is on its way')}
              >
                Send a test
              </Button>
            )}
            <RemoveMethod method={method} remove={acts.remove} />
          </span>
        </div>
        {!verified && <VerifyForm method={method} acts={acts} />}
        <FormError>{refusal?.message}</FormError>
        {gone && (
          <p className="mt-1 text-xs text-overdue">
            {channel === 'push'
              ? 'This browser no longer takes messages: turn it on again.'
              : 'Its receiver says that nothing arrives there any more. Send a test once it does, or remove it.'}
          </p>
        )}
        {lacks && (
          <p className="mt-1 text-xs text-high">{lacks} Nothing arrives this way until an administrator sets it up.</p>
        )}
        <p role="status" className="text-xs text-muted">
          {last && lastWords(last)}
        </p>
      </FocusHeir>
    </li>
  );
}

function VerifyForm({ method: { id }, acts }: { method: Method; acts: MethodActs }) {
  const { form, pending, refusal, submit } = useAct();
  const again = useAct();
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit((filled) => acts.verify(id, filled), 'Verified: it counts from now on')}
      className="my-1 flex flex-wrap items-start gap-2"
    >
      <TextField
        name="code"
        label="The code that was sent"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="w-44 max-md:w-full"
        error={refusal?.fields?.code ?? refusal?.message ?? again.refusal?.message}
      />
      <div className="flex gap-2 md:mt-[calc(1lh+0.375rem)]">
        <SubmitButton pending={pending}>Verify</SubmitButton>
        <Button
          tone="plain"
          pending={again.pending}
          onClick={() => again.run(() => acts.sendCode(id), 'Another code is on its way')}
        >
          Send another code
        </Button>
      </div>
    </form>
  );
}

function RemoveMethod({ method: { id, channel, shown }, remove }: { method: Method; remove: Act<[id: string]> }) {
  const { pending, refusal, run } = useAct();
  return (
    <Dialog
      title={`Remove ${channelLabels[channel].name} ${shown}?`}
      size="sm"
      description="Nothing is sent there any more, and what waits to be sent is withdrawn."
      trigger={
        <Button size="sm" tone="plain">
          Remove
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>Keep it</Button>
          </DialogClose>
          <Button tone="danger" pending={pending} onClick={() => run(() => remove(id), 'Removed')}>
            Remove
          </Button>
        </>
      }
    >
      <FormError>{refusal?.message}</FormError>
    </Dialog>
  );
}
