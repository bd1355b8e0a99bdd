'use client';

import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';

/** Something broke on our side: what was typed is kept in this browser, and trying again is safe. */
export default function Broken({ reset }: { error: Error; reset: () => void }) {
  return (
    <Page width="text">
      <PageHeader
        title="Quarterdeck could not answer"
        lead="Perhaps its database is away for a moment. Drafts are kept in this browser; nothing that was posted is lost."
      />
      <Button tone="primary" onClick={reset}>
        Try again
      </Button>
    </Page>
  );
}
