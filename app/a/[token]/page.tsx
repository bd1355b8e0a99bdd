import { Check } from 'lucide-react';
import { type Metadata } from 'next';
import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { momentWordsFor } from '@/lib/core/language/moment';
import { textsIn } from '@/lib/core/language/texts-in';
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
  const { title, body, severity, person, at, now, incident, state, reader } = link;
  const texts = textsIn(reader.language);
  const when = momentWordsFor(at, now, reader);
  return (
    <div lang={reader.language}>
      <PlainFrame
        title={title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3">
            {severity && reader.language === 'en' && <SeverityMark severity={severity.toLowerCase() as Mark} />}
            <span>{texts.link.paged({ name: person.name, when })}</span>
          </span>
        }
        foot={
          <a href={`/incidents/${incident}`} className="rounded-sm text-accent underline underline-offset-2">
            {texts.acts.openRoom}
          </a>
        }
      >
        {state === 'open' ? (
          <>
            <p className="text-base wrap-anywhere whitespace-pre-line">{body}</p>
            <form method="post" action={`/a/${token}/answer`} className="flex flex-col gap-3">
              <Button type="submit" name="answer" value="acknowledge" tone="primary" className="h-16! text-base!">
                {texts.acts.acknowledge}
              </Button>
              <Button type="submit" name="answer" value="cannot" className="h-16! text-base!">
                {texts.acts.cannot}
              </Button>
            </form>
            <p className="text-xs text-muted">{texts.link.explains}</p>
          </>
        ) : (
          <Settled link={link} />
        )}
      </PlainFrame>
    </div>
  );
}

function Settled({ link: { state, by, person, reader } }: { link: AcknowledgeLink }) {
  const { link, answered } = textsIn(reader.language);
  if (by === person.name) {
    return (
      <p role="status" className="flex items-start gap-2 text-base">
        <Check className="mt-1 size-5 shrink-0 text-done" aria-hidden="true" />
        {link.acknowledged}
      </p>
    );
  }
  if (by !== null) return <p role="status">{link.byOther({ name: by })}</p>;
  if (state === 'used') return <p role="status">{link.declined}</p>;
  return <p role="status">{state === 'expired' ? answered.expired : answered.over}</p>;
}
