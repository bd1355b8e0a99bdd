import { CircleAlert } from 'lucide-react';
import { useId, type ChangeEvent, type ReactNode } from 'react';
import { cx } from './cx';

export type RadioCard = { value: string; label: ReactNode; hint?: ReactNode; mark?: ReactNode };

type RadioCardsProps = {
  name: string;
  legend: string;
  options: readonly RadioCard[];
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
  error?: string | null;
  required?: boolean;
  columns?: 1 | 2;
  hideLegend?: boolean;
};

/** One of a few, each with a sentence to choose by. */
export function RadioCards(props: RadioCardsProps) {
  const { name, legend, options, defaultValue, value, onChange, error, required, columns = 1, hideLegend } = props;
  const id = useId();
  const change = onChange && ((event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value));
  return (
    <fieldset
      aria-describedby={error ? `${id}-error` : undefined}
      data-invalid={error ? true : undefined}
      className="min-w-0"
    >
      <legend className={cx('mb-1.5 font-medium', hideLegend && 'sr-only')}>{legend}</legend>
      <div
        className={cx(
          'grid gap-px overflow-hidden rounded-md border border-line bg-line',
          columns === 2 && 'md:grid-cols-2',
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'relative flex min-h-control items-start gap-3 bg-well py-2 pr-3 pl-3.5 transition-colors hover:bg-raised',
              'has-checked:bg-accent-wash has-checked:shadow-[inset_3px_0_0_var(--accent)]',
              'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              {...(value !== undefined
                ? { checked: value === option.value }
                : { defaultChecked: defaultValue === option.value })}
              onChange={change}
              className="mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-surface outline-none checked:border-[5px] checked:border-accent"
            />
            {option.mark && <span className="mt-0.5 shrink-0">{option.mark}</span>}
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{option.label}</span>
              {option.hint && <span className="text-xs text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-xs text-critical">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden="true" />
          {error}
        </span>
      )}
    </fieldset>
  );
}
