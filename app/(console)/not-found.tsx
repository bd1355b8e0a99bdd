import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';

/** Inside the console the rail stays, and so does the way on. */
export default function NotFound() {
  return (
    <Page width="text">
      <PageHeader title="Nothing is here" lead="The address is wrong, or what it named is not for you to see." />
      <Button href="/" tone="primary">
        Go to the board
      </Button>
    </Page>
  );
}
