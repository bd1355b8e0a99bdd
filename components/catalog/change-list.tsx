import { Badge } from '@/components/ui/badge';
import { type CatalogChange } from '@/lib/core/catalog-file/words';

const tones = { created: 'done', changed: 'accent', deleted: 'critical' } as const;
const verbs = { created: 'add', changed: 'change', deleted: 'delete' } as const;

/** What an import would do, one line each. */
export function ChangeList({ changes }: { changes: readonly CatalogChange[] }) {
  if (changes.length === 0) return <p role="status">Nothing would change: the catalog says this already.</p>;
  return (
    <div role="status">
      <p className="pb-1 font-medium">{changes.length === 1 ? 'One change:' : `${changes.length} changes:`}</p>
      <ul aria-label="What would change">
        {changes.map(({ act, what, name, fields }) => (
          <li key={`${what} ${name}`} className="flex flex-wrap items-center gap-x-3 border-b border-line py-1.5">
            <span className="w-16">
              <Badge tone={tones[act]}>{verbs[act]}</Badge>
            </span>
            <span className="text-muted">{what}</span>
            <span>{name}</span>
            {fields.length > 0 && <span className="text-xs text-muted">{fields.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
