import { PlainFrame } from '@/components/shell/plain-frame';
import { Button } from '@/components/ui/button';

export default function NotFound() {
  return (
    <PlainFrame title="Nothing is here" lead="The address is wrong, or what it named is not for you to see.">
      <Button href="/" tone="primary">
        Go to the board
      </Button>
    </PlainFrame>
  );
}
