import { type Metadata } from 'next';
import { ApiDocs } from '@/components/api-docs/api-docs';
import { openApiDocument } from '@/lib/api/openapi';
import { type ProblemCode, problemStatus, titles } from '@/lib/api/problem';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: 'API' };

const problems = (Object.entries(problemStatus) as [ProblemCode, number][])
  .map(([code, status]) => ({ code, status, title: titles[code] }))
  .sort((a, b) => a.status - b.status);

export default function ApiDocsPage() {
  return <ApiDocs document={openApiDocument()} address={env.QUARTERDECK_URL} problems={problems} />;
}
