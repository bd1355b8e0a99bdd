'use client';

import { Dialog } from '../ui/dialog';
import { KeyCap } from '../ui/key-cap';
import { cx } from '../ui/cx';
import { Check } from '../ui/check';
import { byGroup } from './group-bindings';
import { useBindings, useKeysOn } from './keys';

/** Every key of this page. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const groups = byGroup(useBindings().filter(({ keys }) => keys !== ''));
  const [on, setOn] = useKeysOn();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keys"
      description="Press a key anywhere but in a field. Where two are shown, press one after the other."
      size="lg"
    >
      <Check
        name="keys"
        label="Use single keys"
        checked={on}
        onChange={(event) => setOn(event.target.checked)}
        className="mb-4"
      />
      <div className="gap-10 md:columns-2">
        {groups.map(([group, bindings]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted">{group}</h3>
            <ul>
              {bindings.map((binding) => (
                <li
                  key={binding.keys + binding.label}
                  className={cx('flex min-h-8 items-center gap-3 border-b border-line', !binding.when && 'text-muted')}
                >
                  <span className="flex-1">{binding.label}</span>
                  {!binding.when && <span className="text-xs">not now</span>}
                  <KeyCap keys={binding.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
