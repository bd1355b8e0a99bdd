'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/submit/use-submit';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/core/refusal';

type Person = { id: string; name: string };
type Span = { from: string; to: string };
type Offer = {
  id: string;
  schedule: { id: string; name: string };
  offerer: Person;
  to: Person | null;
  shift: Span;
  back: Span | null;
  note: string;
};

type OfferRowsProps = {
  toMe: readonly Offer[];
  mine: readonly Offer[];
  answer: (schedule: string, id: string, take: boolean) => Promise<{ id: string } | Refusal>;
  withdraw: (schedule: string, id: string) => Promise<{ id: string } | Refusal>;
};

/** Shifts offered to the reader, to be answered, and those that they offer. */
export function OfferRows({ toMe, mine, answer, withdraw }: OfferRowsProps) {
  if (toMe.length + mine.length === 0) return null;
  return (
    <Section title="Offered shifts" count={toMe.length + mine.length}>
      <ul>
        {toMe.map((offer) => (
          <li key={offer.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2">
            <Avatar id={offer.offerer.id} name={offer.offerer.name} size={32} silent />
            <div className="min-w-0 flex-1 basis-72">
              <span className="font-medium">
                {offer.offerer.name} offers {offer.to ? 'you' : 'the rota'} a shift in {offer.schedule.name}
              </span>
              <OfferWords offer={offer} back="For your" />
            </div>
            <Act words="The shift is yours" run={() => answer(offer.schedule.id, offer.id, true)} primary>
              Accept
            </Act>
            {offer.to && (
              <Act words="Declined" run={() => answer(offer.schedule.id, offer.id, false)}>
                Decline
              </Act>
            )}
          </li>
        ))}
        {mine.map((offer) => (
          <li key={offer.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2">
            <div className="min-w-0 flex-1 basis-72">
              <span>
                You offer {offer.to?.name ?? 'anyone of the rota'} your shift in {offer.schedule.name}
              </span>
              <OfferWords offer={offer} back="For their" />
            </div>
            <Act words="The shift stays yours" run={() => withdraw(offer.schedule.id, offer.id)}>
              Withdraw
            </Act>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OfferWords({ offer: { shift, back, note }, back: word }: { offer: Offer; back: string }) {
  return (
    <span className="block text-muted">
      <SpanTimes span={shift} />
      {back && (
        <span className="block">
          {word} <SpanTimes span={back} />
        </span>
      )}
      {note && <span className="block text-xs">{note}</span>}
    </span>
  );
}

function SpanTimes({ span: { from, to } }: { span: Span }) {
  return (
    <>
      <Time at={from} form="day" focusable={false} /> until <Time at={to} form="day" focusable={false} />
    </>
  );
}

type ActProps = { words: string; run: () => Promise<{ id: string } | Refusal>; primary?: boolean; children: string };

function Act({ words, run, primary = false, children }: ActProps) {
  const router = useRouter();
  const { form, onSubmit, pending, refusal } = useSubmit(run, () => {
    toast.done(words);
    router.refresh();
  });
  return (
    <form ref={form} onSubmit={onSubmit} className="flex items-center gap-2">
      {refusal && <FormError>{refusal.message}</FormError>}
      <Button type="submit" tone={primary ? 'primary' : 'quiet'} pending={pending}>
        {children}
      </Button>
    </form>
  );
}
