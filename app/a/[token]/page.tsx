import { Check } from 'lucide-react';
import { type Metadata } from 'next';
import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Time } from '@/components/ui/time';
import { type AcknowledgeLink, readAcknowledgeLink } from '@/lib/queries/acknowledge-link';

export const metadata: Metadata = {
  title: 'You are paged',
  referrer: 'same-origin',
  robots: { index: false, follow: false },
};

type Props = { params: Promise<{ token: string }> };

/** What a message's link opens, without a sign-in. Looking at it answers nothing: mail scanners look, too. */
export default async function AcknowledgePage({ params }: Props) {
  const { token } = await params;
  const link = await readAcknowledgeLink(token);
  if (!link) {
    return (
      <PlainFrame title="This link answers no page">
        <p>It is not complete, or not from here. Sign in to see what calls you.</p>
        <Button href="/">Go to the board</Button>
      </PlainFrame>
    );
  }
  const { title, body, severity, person, at, incident, state } = link;
  return (
    <PlainFrame
      title={title}
      lead={
        <span className="flex flex-wrap items-center gap-x-3">
          {severity && <SeverityMark severity={severity.toLowerCase() as Mark} />}
          <span>
            {person.name} was paged <Time at={at} />
          </span>
        </span>
      }
      foot={
        <a href={`/incidents/${incident}`} className="rounded-sm text-accent underline underline-offset-2">
          Open the room
        </a>
      }
    >
      {state === 'open' ? (
        <>
          <p className="text-base wrap-anywhere">{body}</p>
          <form method="post" action={`/a/${token}/answer`} className="flex flex-col gap-3">
            <Button type="submit" name="answer" value="acknowledge" tone="primary" className="h-16! text-base!">
              Acknowledge
            </Button>
            <Button type="submit" name="answer" value="cannot" className="h-16! text-base!">
              I cannot
            </Button>
          </form>
          <p className="text-xs text-muted">
            Acknowledge, and nobody else is called. If you cannot, whoever is next is called at once.
          </p>
        </>
      ) : (
        <Settled link={link} />
      )}
    </PlainFrame>
  );
}

function Settled({ link: { state, by, person } }: { link: AcknowledgeLink }) {
  if (by === person.name) {
    return (
      <p role="status" className="flex items-start gap-2 text-base">
        <Check className="mt-1 size-5 shrink-0 text-done" aria-hidden="true" />
        You acknowledged: nobody else is called. Open the room to see what is known and to take command.
      </p>
    );
  }
  if (by !== null) return <p role="status">{by} acknowledged: you need not answer any more.</p>;
  if (state === 'used') return <p role="status">You said that you cannot: whoever is next is called.</p>;
  if (state === 'expired') return <p role="status">This link is too old to answer by. Sign in to answer.</p>;
  return <p role="status">Nobody needs to answer this page any more.</p>;
}
