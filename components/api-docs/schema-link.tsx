import { refName, type Schema } from './document';
import { typeWords } from './type-words';

/** A schema's type, with a link where it has a name of its own. */
export function SchemaLink({ schema }: { schema: Schema }) {
  const list = schema.type === 'array' && schema.items ? refName(schema.items) : null;
  const nullable =
    schema.anyOf?.length === 2 && schema.anyOf[1]?.type === 'null' ? refName(schema.anyOf[0] ?? {}) : null;
  const name = list ?? nullable ?? refName(schema);
  if (!name) return <span>{typeWords(schema)}</span>;
  return (
    <span>
      {list && 'list of '}
      <a href={`#schema-${name}`} className="rounded-sm text-accent underline decoration-accent/40 underline-offset-2">
        {name}
      </a>
      {nullable && ' or null'}
    </span>
  );
}
