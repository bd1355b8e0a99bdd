'use client';

import './style-nonce';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { KeyCap } from './key-cap';

const row =
  'relative flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2 py-1 text-left text-sm outline-none select-none max-md:min-h-11 ' +
  'data-highlighted:bg-raised data-disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted';

type MenuProps = {
  trigger: ReactNode;
  /** What the menu is about, for readers. */
  label: string;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom' | 'right';
  /** Given together where something beside its button opens it, too. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A list of acts behind a button. */
export function Menu({ trigger, label, align = 'start', side = 'bottom', open, onOpenChange, children }: MenuProps) {
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 data-[state=open]:animate-rise overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = {
  onSelect?: () => void;
  href?: string;
  icon?: ReactNode;
  /** Shown only; the key itself is bound elsewhere. */
  keys?: string;
  tone?: 'danger';
  disabled?: boolean;
  children: ReactNode;
};

export function MenuItem({ onSelect, href, icon, keys, tone, disabled, children }: MenuItemProps) {
  const face = (
    <>
      {icon}
      <span className="flex-1">{children}</span>
      {keys && <KeyCap keys={keys} className="text-muted" />}
    </>
  );
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled}
      asChild={href !== undefined}
      className={cx(row, tone === 'danger' && 'text-critical')}
    >
      {href === undefined ? face : <Link href={href}>{face}</Link>}
    </Radix.Item>
  );
}

/** A form's submit button as an item: the form's server action runs. */
export function MenuSubmit({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <Radix.Item asChild onSelect={(event) => event.preventDefault()}>
      <button type="submit" className={row}>
        {icon}
        <span className="flex-1">{children}</span>
      </button>
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-xs text-muted">{children}</Radix.Label>;
}

export function MenuDivider() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
};

/** One of a few, with a tick at the one that holds. The menu stays open. */
export function MenuChoice<Value extends string>({ label, value, onValueChange, options }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onValueChange(chosen.value);
      }}
    >
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          onSelect={(event) => event.preventDefault()}
          className={row}
        >
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Radix.ItemIndicator>
            <Check />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}
