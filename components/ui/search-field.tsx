import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';

type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'placeholder'> & {
  /** Its name for readers. */
  label: string;
  /** What it says while it is empty; the label, if not given. */
  placeholder?: string;
  size?: 'md' | 'sm';
};

/** Words to find, behind a glass. `className` is the box's. */
export function SearchField({ label, placeholder = label, size = 'md', className, ...rest }: SearchFieldProps) {
  return (
    <div className={cx('relative min-w-0', className)}>
      <Search
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
      <input
        maxLength={200}
        enterKeyHint="search"
        {...rest}
        type="search"
        placeholder={placeholder}
        aria-label={label}
        className={cx('well w-full pl-8 text-sm', size === 'md' ? 'h-control' : 'h-control-sm')}
      />
    </div>
  );
}
