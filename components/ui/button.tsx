import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { PressKey, type Hotkey } from '../keys/press-key';
import { cx } from './cx';

export type ButtonTone = 'primary' | 'quiet' | 'plain' | 'danger';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent font-medium hover:bg-accent-strong',
  quiet: 'border border-edge/50 bg-surface text-ink hover:border-edge hover:bg-raised',
  plain: 'text-ink hover:bg-raised',
  danger: 'border border-critical/50 text-critical font-medium hover:border-critical hover:bg-critical-wash',
};

const sizes = { md: 'h-control px-3', sm: 'h-control-sm px-2' };

export type ButtonLook = {
  tone?: ButtonTone;
  size?: 'md' | 'sm';
  icon?: ReactNode;
  /** The key that presses this button; its cap is shown. `label` defaults to the button's text, when that is a string. */
  hotkey?: Omit<Hotkey, 'label'> & { label?: string };
  /** Waiting for an answer: keeps its width, refuses another press. */
  pending?: boolean;
};

type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'ref'> & { ref?: ComponentProps<'button'>['ref']; href?: string };

function look({ tone = 'quiet', size = 'md', pending }: ButtonLook, className?: string): string {
  return cx(
    'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md text-sm whitespace-nowrap select-none',
    'transition-colors disabled:opacity-45 aria-disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0',
    pending && 'aria-disabled:opacity-100',
    tones[tone],
    sizes[size],
    className,
  );
}

function Face({
  icon,
  hotkey,
  pending,
  children,
}: Pick<ButtonLook, 'icon' | 'hotkey' | 'pending'> & { children: ReactNode }) {
  const label = hotkey?.label ?? (typeof children === 'string' ? children : '');
  return (
    <>
      <span className={cx('inline-flex items-center gap-2', pending && 'opacity-0')}>
        {icon}
        {children}
        {hotkey && <PressKey {...hotkey} label={label} />}
      </span>
      {pending && (
        <span className="absolute inset-0 flex items-center justify-center" aria-hidden="true">
          <span className="size-3.5 animate-turn rounded-full border-2 border-current border-r-transparent" />
        </span>
      )}
    </>
  );
}

/** The one button; with `href` the one link that looks like it. */
export function Button(props: ButtonProps) {
  const { tone, size, icon, hotkey, pending, href, className, children, type = 'button', onClick, ...rest } = props;
  const classes = look({ tone, size, pending }, className);
  const face = (
    <Face icon={icon} hotkey={hotkey} pending={pending}>
      {children}
    </Face>
  );
  const shortcuts = hotkey?.keys.replace(/^mod\+(.+)$/, 'Meta+$1 Control+$1');
  if (href !== undefined) {
    const { 'aria-label': label, 'aria-current': current, id } = rest;
    const tips = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('data-')));
    return (
      <Link
        {...tips}
        id={id}
        href={href}
        className={classes}
        aria-label={label}
        aria-current={current}
        aria-keyshortcuts={shortcuts}
      >
        {face}
      </Link>
    );
  }
  return (
    <button
      aria-keyshortcuts={shortcuts}
      {...rest}
      type={pending ? 'button' : type}
      className={classes}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      onClick={pending ? undefined : onClick}
    >
      {face}
    </button>
  );
}
