'use client';

import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';

export function ToastButtons() {
  return (
    <>
      <Button
        onClick={() => toast.done('Update posted', { action: { label: 'Undo', run: () => toast('Taken back') } })}
      >
        Say done
      </Button>
      <Button
        onClick={() =>
          toast.error('Not sent: Bea took command first', { detail: 'Your text is kept. Reload to see the room.' })
        }
      >
        Say what failed
      </Button>
    </>
  );
}
