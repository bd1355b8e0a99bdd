'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { type CatalogChange } from '@/lib/core/catalog-file/words';
import { isRefusal, refuse, type Refusal } from '@/lib/core/refusal';
import { ChangeList } from './change-list';

type Imported = { changes: CatalogChange[] };

type ImportFormProps = {
  /** Tells what the file would change, and changes nothing. */
  rehearse: (text: string) => Promise<Imported | Refusal>;
  apply: (text: string) => Promise<Imported | Refusal>;
};

const unanswered = refuse('conflict', 'The server did not answer, and nothing was changed here. Try again.');

/** Takes a file, shows what it would change, and only then changes it. */
export function ImportForm({ rehearse, apply }: ImportFormProps) {
  const router = useRouter();
  const file = useId();
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<CatalogChange[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();

  function write(next: string) {
    setText(next);
    setSeen(null);
    setRefusal(null);
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [chosen] = event.target.files ?? [];
    if (chosen) write(await chosen.text());
  }

  function run(work: (text: string) => Promise<Imported | Refusal>, done: (changes: CatalogChange[]) => void) {
    start(async () => {
      const answer = await work(text).catch(() => unanswered);
      if (isRefusal(answer)) return setRefusal(answer);
      setRefusal(null);
      done(answer.changes);
    });
  }

  return (
    <section aria-label="Import" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={file} className="font-medium">
          Import a file
        </label>
        <input
          id={file}
          type="file"
          accept=".yaml,.yml,application/yaml,text/yaml"
          onChange={(event) => void choose(event)}
          className="max-w-full text-sm text-muted file:mr-3 file:h-control file:rounded-md file:border file:border-edge/50 file:bg-well file:px-3 file:text-ink"
        />
      </div>
      <TextArea
        name="text"
        label="Or paste it"
        wrap="off"
        value={text}
        spellCheck={false}
        onChange={(event) => write(event.target.value)}
        className="[&_textarea]:max-h-[50vh] [&_textarea]:min-h-48 [&_textarea]:overflow-x-auto [&_textarea]:font-mono"
      />
      {refusal && <Faults refusal={refusal} />}
      {seen && <ChangeList changes={seen} />}
      <div className="flex flex-wrap gap-2">
        <Button
          tone={seen ? 'quiet' : 'primary'}
          pending={pending && !seen}
          disabled={text.trim() === ''}
          onClick={() => run(rehearse, setSeen)}
        >
          See what would change
        </Button>
        {seen && seen.length > 0 && (
          <Button
            tone="primary"
            pending={pending}
            onClick={() =>
              run(apply, (changes) => {
                toast.done(changes.length === 1 ? 'One change is made' : `${changes.length} changes are made`);
                write('');
                router.refresh();
              })
            }
          >
            {seen.length === 1 ? 'Make this change' : `Make these ${seen.length} changes`}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What is wrong with the file, place by place, each a press away; nothing of it was taken. */
function Faults({ refusal: { message, fields } }: { refusal: Refusal }) {
  const faults = Object.entries(fields ?? {});
  return (
    <div role="alert" className="rounded-md bg-critical-wash px-3 py-2">
      <p>{faults.length > 0 ? 'The file cannot be taken, and nothing was changed:' : message}</p>
      <ul>
        {faults.map(([place, wrong]) => (
          <li key={place} className="flex flex-wrap items-baseline gap-x-3 wrap-anywhere">
            <button
              type="button"
              onClick={(event) => goTo(event.currentTarget.closest('section')?.querySelector('textarea'), place)}
              className="tnum min-h-6 rounded-sm text-muted underline decoration-edge hover:decoration-accent max-md:min-h-11"
            >
              {place}
            </button>{' '}
            {wrong}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Marks the rest of the line from `line 3, column 5` on, and brings it into sight. */
function goTo(area: HTMLTextAreaElement | null | undefined, place: string) {
  const [line, column] = (place.match(/\d+/gu) ?? []).map(Number);
  if (!area || !line || !column) return;
  const lines = area.value.split('\n');
  const begins = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const ends = begins + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(Math.min(begins + column - 1, ends), ends);
  area.scrollTop = ((line - 1) / lines.length) * area.scrollHeight - area.clientHeight / 3;
}
