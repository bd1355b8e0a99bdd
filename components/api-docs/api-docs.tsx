import { PageHeader } from '../shell/page-header';
import { Button } from '../ui/button';
import { Sign } from '../ui/sign';
import { Table, Td, Th, Tr } from '../ui/table';
import { type ApiDocument, operationsOf } from './document';
import { Fields, fieldsOf } from './fields';
import { Operation } from './operation';
import { Prose } from './prose';

interface ApiDocsProps {
  document: ApiDocument;
  /** Where this installation is reached. */
  address: string;
  /** Every code that a problem document may carry. */
  problems: { code: string; status: number; title: string }[];
}

const anchor = (name: string) => name.toLowerCase();

/** The API's document as a page to read. */
export function ApiDocs({ document, address, problems }: ApiDocsProps) {
  const { info, tags, components } = document;
  return (
    <div className="mx-auto max-w-[90rem] md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label="Contents" className="px-4 pt-6 md:sticky md:top-0 md:h-dvh md:overflow-y-auto md:pb-8">
        <a href="/" className="inline-block rounded-sm" aria-label="Quarterdeck">
          <Sign size={24} wordmark />
        </a>
        <ul className="mt-6 flex flex-wrap gap-x-4 gap-y-0.5 md:flex-col">
          {['Start', ...tags.map(({ name }) => name), 'Problems', 'Schemas'].map((name) => (
            <li key={name}>
              <a
                href={`#${anchor(name)}`}
                className="flex min-h-7 items-center rounded-sm text-muted hover:text-ink max-md:min-h-11"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="min-w-0 px-4 pt-6 pb-24 md:px-8">
        <div id="start" className="scroll-mt-6">
          <PageHeader
            title={info.title}
            lead={`Version ${info.version}. Every act of the screens, for programs.`}
            actions={<Button href="/api/v1/openapi.json">OpenAPI document</Button>}
          />
          {info.description.split('\n').map((text) => (
            <Prose key={text} text={text} className="mb-2" />
          ))}
          <Prose
            text="People and services may be named by e-mail address or name instead of id. Times are ISO 8601 with a zone. A field that an address does not know is refused, never ignored. `RateLimit` headers say how many requests are left in the minute; beyond that the answer is 429 with `Retry-After`."
            className="mb-2"
          />
        </div>
        {tags.map(({ name, description }) => (
          <section key={name} id={anchor(name)} aria-labelledby={`${anchor(name)}-title`} className="mt-12 scroll-mt-6">
            <h2 id={`${anchor(name)}-title`} className="text-lg font-semibold tracking-[-0.02em]">
              {name}
            </h2>
            <p className="measure mt-1 mb-4 text-muted">{description}</p>
            {operationsOf(document, name).map((placed) => (
              <Operation key={placed.operation.operationId} placed={placed} address={address} />
            ))}
          </section>
        ))}
        <section id="problems" aria-labelledby="problems-title" className="mt-12 scroll-mt-6">
          <h2 id="problems-title" className="text-lg font-semibold tracking-[-0.02em]">
            Problems
          </h2>
          <Prose
            text="A refusal is `application/problem+json` with `type`, `title`, `status`, `detail`, `code` and, where fields are wrong, `fields`."
            className="mt-1 mb-4 text-muted"
          />
          <Table caption="Codes of problems">
            <thead>
              <tr>
                <Th>Code</Th>
                <Th numeric>Status</Th>
                <Th className="pl-4">Meaning</Th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ code, status, title }) => (
                <Tr key={code} id={code} className="scroll-mt-6 target:bg-accent-wash">
                  <Td className="w-56 font-mono text-xs">{code}</Td>
                  <Td numeric className="w-20">
                    {status}
                  </Td>
                  <Td wrap className="pl-4">
                    {title}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </section>
        <section id="schemas" aria-labelledby="schemas-title" className="mt-12 scroll-mt-6">
          <h2 id="schemas-title" className="text-lg font-semibold tracking-[-0.02em]">
            Schemas
          </h2>
          {Object.entries(components.schemas).map(([name, schema]) => (
            <div key={name} id={`schema-${name}`} className="scroll-mt-6 border-t border-line py-4 first-of-type:mt-4">
              {schema.properties ? (
                <Fields title={name} fields={fieldsOf(schema)} />
              ) : (
                <>
                  <h3 className="text-xs font-semibold">{name}</h3>
                  {(schema.oneOf ?? []).map((choice) => (
                    <Fields
                      key={String(choice.properties?.kind?.const)}
                      title={String(choice.properties?.kind?.const)}
                      owner={name}
                      fields={fieldsOf(choice)}
                    />
                  ))}
                </>
              )}
            </div>
          ))}
        </section>
      </main>
    </div>
  );
}
