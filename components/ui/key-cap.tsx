import { cx } from './cx';

const names: Record<string, { mac: string; other: string }> = {
  mod: { mac: '⌘', other: 'Ctrl' },
  enter: { mac: '↵', other: '↵' },
  escape: { mac: 'Esc', other: 'Esc' },
};

/** One key as its cap: `u`, `mod+k`. A sequence (`g b`) is one cap after the other. The server knows the platform, so nothing flips. */
export function KeyCap({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd className={cx('key-cap inline-flex shrink-0 items-center gap-0.5 font-sans', className)}>
      {keys.split(' ').map((chord, index) => (
        <span
          key={index}
          className="tnum inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center gap-0.5 rounded-sm border border-b-2 border-current/25 px-1 text-xs leading-none font-medium opacity-85"
        >
          {chord.split('+').map((key) => {
            const name = names[key];
            if (!name) return <span key={key}>{key.length === 1 ? key.toUpperCase() : key}</span>;
            if (name.mac === name.other) return <span key={key}>{name.mac}</span>;
            return (
              <span key={key}>
                <span className="key-mac">{name.mac}</span>
                <span className="key-ctrl">{name.other}</span>
              </span>
            );
          })}
        </span>
      ))}
    </kbd>
  );
}
