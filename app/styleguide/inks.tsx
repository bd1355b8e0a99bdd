import { Section } from '@/components/ui/section';

const swatches = [
  ['ground', 'bg-ground'],
  ['surface', 'bg-surface'],
  ['sunken', 'bg-sunken'],
  ['well', 'bg-well'],
  ['raised', 'bg-raised'],
  ['line', 'bg-line'],
  ['edge', 'bg-edge'],
  ['faint', 'bg-faint'],
  ['muted', 'bg-muted'],
  ['ink', 'bg-ink'],
  ['accent', 'bg-accent'],
  ['critical', 'bg-critical'],
  ['high', 'bg-high'],
  ['medium', 'bg-medium'],
  ['low', 'bg-low'],
  ['overdue', 'bg-overdue'],
  ['done', 'bg-done'],
] as const;

const sizes = [
  ['text-xl', '28 display: one answer on a page'],
  ['text-lg', '20 title: what this is'],
  ['text-base', '16 lead: reading, status pages'],
  ['text-sm', '14 text: the room, tables, buttons'],
  ['text-xs', '12 note: hints, counts, key caps'],
] as const;

/** Tokens, both lights side by side whatever the page's own. */
export function Inks() {
  return (
    <Section title="Tokens">
      <div className="mt-3 grid gap-4 lg:grid-cols-2">
        {(['night', 'day'] as const).map((theme) => (
          <div key={theme} data-theme={theme} className="rounded-md border border-line bg-ground p-5">
            <div className="grid grid-cols-8 gap-2">
              {swatches.map(([name, fill]) => (
                <span key={name} className="flex flex-col gap-1 text-xs text-muted">
                  <span className={`h-8 rounded-sm border border-line ${fill}`} />
                  {name}
                </span>
              ))}
            </div>
            <div className="mt-5 flex flex-col gap-1">
              {sizes.map(([size, words]) => (
                <span key={size} className={size}>
                  {words}
                </span>
              ))}
              <span className="font-mono text-xs text-muted">curl -sS https://payments.internal/health | jq .lag</span>
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
}
