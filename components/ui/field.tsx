import { CircleAlert } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx';

export type FieldWords = {
  label: string;
  /** One sentence under the label. */
  hint?: ReactNode;
  /** What is wrong and what to do; takes the hint's place in attention, not on screen. */
  error?: string | null;
  optional?: boolean;
  /** Keeps the label for readers only. */
  hideLabel?: boolean;
};

type FieldShellProps = FieldWords & { id: string; className?: string; children: ReactNode };

/** Label, hint and error around any control; the control carries `fieldAria(id, words)`. */
export function FieldShell({ id, label, hint, error, optional, hideLabel, className, children }: FieldShellProps) {
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <div className={cx('flex flex-col', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="flex items-baseline gap-2 font-medium">
          {label}
          {optional && <span className="text-xs font-normal text-muted">optional</span>}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="measure text-xs text-muted">
            {hint}
          </span>
        )}
      </div>
      {children}
      {error && (
        <span id={`${id}-error`} className="flex items-start gap-1.5 text-xs text-critical">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden="true" />
          {error}
        </span>
      )}
    </div>
  );
}

/** What ties a control to its label, hint and error. */
export function fieldAria(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined };
}

const control = 'well w-full min-w-0 text-sm text-ink disabled:opacity-50';
/** What is fixed is read, not written: no well around it. */
const fixed = 'w-full min-w-0 truncate rounded-sm text-sm text-ink';

type Own<Tag extends 'input' | 'textarea' | 'select'> = FieldWords & { name: string } & Omit<
    ComponentProps<Tag>,
    'name'
  >;

function split<Props extends FieldWords & { id?: string; className?: string }>(props: Props) {
  const { label, hint, error, optional, hideLabel, id, className, ...rest } = props;
  return { words: { label, hint, error, optional, hideLabel }, id, className, rest };
}

export function TextField(props: Own<'input'>) {
  const made = useId();
  const { words, id = made, className, rest } = split(props);
  return (
    <FieldShell {...words} id={id} className={className}>
      <input
        {...rest}
        {...fieldAria(id, words)}
        required={rest.required}
        className={rest.readOnly ? cx(fixed, 'h-6') : cx(control, 'h-control px-2.5')}
      />
    </FieldShell>
  );
}

export function TextArea(props: Own<'textarea'>) {
  const made = useId();
  const { words, id = made, className, rest } = split(props);
  return (
    <FieldShell {...words} id={id} className={className}>
      <textarea
        rows={2}
        {...rest}
        {...fieldAria(id, words)}
        className={cx(control, 'field-sizing-content min-h-control resize-y px-2.5 py-1.5')}
      />
    </FieldShell>
  );
}

export function SelectField({ children, ...props }: Own<'select'>) {
  const made = useId();
  const { words, id = made, className, rest } = split(props);
  return (
    <FieldShell {...words} id={id} className={className}>
      <select
        {...rest}
        {...fieldAria(id, words)}
        className={cx(control, 'select-arrow h-control appearance-none pr-8 pl-2.5')}
      >
        {children}
      </select>
    </FieldShell>
  );
}

/** The platform's own picker. Its value is local wall time without a zone (`2026-11-21T14:30`). */
export function DateTimeField(props: Omit<Own<'input'>, 'type'> & { type?: 'datetime-local' | 'date' | 'time' }) {
  return <TextField type="datetime-local" {...props} />;
}

/** A refusal of the whole form: what happened, what was kept, what to do. */
export function FormError({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-critical-wash px-3 py-2 text-ink">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-critical" aria-hidden="true" />
      <div className="measure">{children}</div>
    </div>
  );
}
