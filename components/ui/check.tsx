import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx';

type CheckProps = { name: string; label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type' | 'name'>;

/** One yes or no. */
export function Check({ label, hint, className, id, ...rest }: CheckProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <div
      className={cx(
        'flex items-start gap-2.5 max-md:min-h-11',
        hint ? 'max-md:py-2' : 'max-md:items-center',
        className,
      )}
    >
      <input
        {...rest}
        type="checkbox"
        id={own}
        aria-describedby={hint ? `${own}-hint` : undefined}
        className="tick mt-px size-[1.125rem] shrink-0 cursor-pointer appearance-none rounded-sm border border-edge bg-well checked:border-accent checked:bg-accent"
      />
      <span className="flex min-w-0 flex-col">
        <label htmlFor={own}>{label}</label>
        {hint && (
          <span id={`${own}-hint`} className="measure text-xs text-muted">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
