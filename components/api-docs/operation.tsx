import { curlOf } from './example';
import { type Placed, refName } from './document';
import { Fields, fieldsOf } from './fields';
import { Prose } from './prose';
import { SchemaLink } from './schema-link';

/** Wider than its place, an example scrolls by itself, by keys too. */
const scrolls = 0;

/** One address of the API: what it is for, what it takes, what it answers, and a request to try. */
export function Operation({ placed, address }: { placed: Placed; address: string }) {
  const { path, method, operation } = placed;
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const answer = success?.[1].content?.['application/json']?.schema;
  const asked = parameters.filter((parameter) => parameter.in === 'query');
  const refusals = Object.keys(responses).filter((status) => Number(status) >= 400);
  return (
    <article
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      className="grid scroll-mt-4 gap-x-10 gap-y-4 border-t border-line py-6 xl:grid-cols-[minmax(0,1fr)_28rem]"
    >
      <div className="min-w-0">
        <h3 id={`${operationId}-title`} className="text-base font-semibold tracking-[-0.01em]">
          <a href={`#${operationId}`} className="rounded-sm">
            {summary}
          </a>
        </h3>
        <p className="mt-1 font-mono text-xs wrap-anywhere">
          <span className="font-semibold text-accent">{method}</span> {path}
        </p>
        {description && <Prose text={description} className="mt-3" />}
        <Fields
          title="Query"
          owner={summary}
          fields={asked.map(({ name, required, schema, description: words }) => ({
            name,
            required,
            schema,
            description: words,
          }))}
          asked
        />
        {body && <Fields title="Body" owner={summary} fields={fieldsOf(body)} asked />}
        <p className="mt-4 text-muted">
          Answers <span className="tnum text-ink">{success?.[0]}</span> with{' '}
          {answer && refName(answer) ? <SchemaLink schema={answer} /> : answer ? 'the fields below' : 'a YAML file'};
          refuses with <span className="tnum">{refusals.join(', ')}</span>.
        </p>
        {answer && !refName(answer) && <Fields title="Answer" owner={summary} fields={fieldsOf(answer)} />}
      </div>
      <pre
        role="region"
        tabIndex={scrolls}
        aria-label={`Example: ${summary}`}
        className="self-start overflow-x-auto rounded-md bg-sunken px-4 py-3 font-mono text-xs leading-relaxed"
      >
        {curlOf(placed, address)}
      </pre>
    </article>
  );
}
