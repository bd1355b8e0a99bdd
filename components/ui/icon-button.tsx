import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button';
import { cx } from './cx';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'hotkey'> & {
  /** Its name, read out and shown on hover and focus. */
  label: string;
  icon: ReactNode;
  hotkey?: ComponentProps<typeof Button>['hotkey'];
};

/** A button with a picture for a face; its name and key show in the tip. */
export function IconButton({ label, icon, hotkey, tone = 'plain', size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      tone={tone}
      size={size}
      icon={icon}
      hotkey={hotkey && { ...hotkey, label: hotkey.label ?? label, silent: true }}
      aria-label={label}
      data-tip={label}
      data-tip-keys={hotkey?.keys}
      className={cx('px-0!', size === 'md' ? 'size-control' : 'size-control-sm', className)}
    />
  );
}
