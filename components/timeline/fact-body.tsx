import { type ReactNode } from 'react';

import { EstimateWords } from '@/components/room/estimate-words';
import { Time } from '@/components/ui/time';
import { type FactOf, type IncidentFact } from '@/lib/core/facts';
import { sentenceOf } from '@/lib/core/incident/sentence';
import { type TimelineItem, standingNote } from '@/lib/core/timeline/page';
import { AttachmentView } from './attachment-view';
import { NoteText } from './note-text';

/** What a fact says: a sentence, and beneath it the words that somebody wrote. */
export function FactBody({ item }: { item: TimelineItem }) {
  const { fact } = item;
  switch (fact.kind) {
    case 'update.posted':
      return <UpdateBody fact={fact} />;
    case 'note.added':
      return <NoteBody item={{ ...item, fact }} />;
    case 'decision.recorded':
      return <DecisionBody fact={fact} />;
    case 'handover.offered':
      return (
        <Told fact={fact}>
          {fact.data.brief && (
            <More label="The brief">
              <NoteText text={fact.data.brief} />
            </More>
          )}
        </Told>
      );
    case 'cadence.due':
      return (
        <Told fact={fact}>
          {fact.data.digest.lines.length > 0 && (
            <More label="What happened since the last update">
              <ul className="list-disc pl-5 marker:text-faint">
                {fact.data.digest.lines.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </More>
          )}
        </Told>
      );
    case 'incident.declared':
    case 'incident.retitled':
      return (
        <Told fact={fact}>
          {fact.data.summary && <p className="measure mt-1 wrap-anywhere text-muted">{fact.data.summary}</p>}
        </Told>
      );
    case 'note.corrected':
      return <Told fact={fact} text={`${fact.actor.name} corrected an event.`} />;
    default:
      return <Told fact={fact} />;
  }
}

/** The sentence, with whoever did it in a firmer hand. */
function Told({
  fact,
  text = sentenceOf(fact),
  children,
}: {
  fact: IncidentFact;
  text?: string;
  children?: ReactNode;
}) {
  const { name } = fact.actor;
  const named = text.startsWith(`${name} `);
  return (
    <>
      <p className="measure wrap-anywhere">
        {named ? (
          <>
            <span className="font-medium">{name}</span>
            {text.slice(name.length)}
          </>
        ) : (
          text
        )}
      </p>
      {children}
    </>
  );
}

function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-6 items-center rounded-sm text-xs text-muted hover:text-ink max-md:min-h-11">
        {label}
      </summary>
      <div className="measure mt-1 border-l-2 border-line pl-3">{children}</div>
    </details>
  );
}

function UpdateBody({ fact }: { fact: FactOf<'update.posted'> }) {
  const { noChange, human, status, actions, next, estimate, hypothesis, onTime } = fact.data;
  const told = noChange ? 'confirmed: no change' : `posted an update${human ? '' : ' by token'}`;
  return (
    <>
      <Told fact={fact} text={`${fact.actor.name} ${told}${onTime === false ? ', late' : ''}.`} />
      <dl className="mt-1 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-l-2 border-edge pl-3 max-md:grid-cols-1">
        {!noChange && (
          <>
            <Field name="Status">{status}</Field>
            <Field name="Actions">{actions}</Field>
            <Field name="Next">{next}</Field>
          </>
        )}
        {hypothesis && <Field name="Hypothesis">{hypothesis}</Field>}
        <Field name="Estimate">
          <EstimateWords estimate={estimate} />
        </Field>
      </dl>
    </>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted max-md:mt-1 max-md:text-xs">{name}</dt>
      <dd className="measure min-w-0 wrap-anywhere whitespace-pre-line">{children}</dd>
    </>
  );
}

function DecisionBody({ fact }: { fact: FactOf<'decision.recorded'> }) {
  const { text, by, objections } = fact.data;
  return (
    <>
      <p className="measure wrap-anywhere">
        <span className="text-muted">Decision by {by.name}: </span>
        <span className="font-medium">{text}</span>
      </p>
      {objections.length === 0 ? (
        <p className="text-muted">No objection.</p>
      ) : (
        <ul className="mt-1 border-l-2 border-edge pl-3">
          {objections.map((objection, index) => (
            <li key={index} className="measure wrap-anywhere">
              {objection.by.name} objected: {objection.reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function NoteBody({ item }: { item: TimelineItem & { fact: FactOf<'note.added'> } }) {
  const { fact } = item;
  const { text, former } = standingNote(item);
  const { attachment } = fact.data;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{fact.actor.name}</span>
        {fact.recordedAt > fact.at && former.length === 0 && !isSoon(fact) && (
          <span className="text-xs text-muted">
            added <Time at={fact.recordedAt} form="clock" focusable={false} />
          </span>
        )}
      </div>
      {!(attachment && text === attachment.name) && <NoteText text={text} />}
      {attachment && <AttachmentView attachment={attachment} />}
      {former.length > 0 && (
        <More label={`Corrected${former.length > 1 ? ` ${former.length} times` : ''}; what it said before`}>
          <ol className="flex flex-col gap-2">
            {former.map(({ text: words, at, correction }) => (
              <li key={correction.seq}>
                <p className="text-xs text-muted">
                  at <Time at={at} form="clock" />, corrected by {correction.actor.name}{' '}
                  <Time at={correction.recordedAt} form="clock" />
                </p>
                <NoteText text={words} className="text-muted" />
              </li>
            ))}
          </ol>
        </More>
      )}
    </>
  );
}

/** A note dated within a minute of its recording was simply written then. */
function isSoon({ at, recordedAt }: IncidentFact): boolean {
  return Date.parse(recordedAt) - Date.parse(at) < 60_000;
}
