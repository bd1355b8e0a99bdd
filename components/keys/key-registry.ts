import { isHeldBack } from './held-keys';
import { keyName, matchKeys } from './match-keys';

export type Binding = {
  /** Empty for an act that only the palette offers. */
  keys: string;
  /** What the key does, as a verb: "Write update". */
  label: string;
  group: string;
  /** False while the act is not possible: the key does nothing and the palette leaves it out. */
  when: boolean;
  /** Also works while a dialog is open. */
  inDialog: boolean;
  /** Also works while typing in a field. */
  typing: boolean;
  /** Left out of help and palette. */
  hidden: boolean;
  run: () => void;
};

export type KeyRegistry = ReturnType<typeof createKeyRegistry>;

const SEQUENCE_MS = 800;
const layers = '[role="dialog"],[role="alertdialog"],[role="menu"]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(checkbox|radio|button|submit|reset|range|color|file)$/.test(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Holds every key of the page; the newest usable binding of a key wins. */
export function createKeyRegistry() {
  const bindings = new Map<symbol, Binding>();
  const watchers = new Set<() => void>();
  let list: readonly Binding[] = [];
  let typed: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let characterKeys = true;

  function changed() {
    list = [...bindings.values()];
    for (const watcher of watchers) watcher();
  }

  function forget() {
    clearTimeout(timer);
    typed = [];
  }

  function press(event: KeyboardEvent) {
    const typing = isTyping(event.target);
    if (event.defaultPrevented || event.isComposing) return;
    if (!typing && isHeldBack(event)) return event.preventDefault();
    const name = keyName(event);
    if (name === null || event.repeat) return;
    const layered = document.querySelector(layers) !== null;
    const usable = list.filter(
      (binding) =>
        binding.when &&
        (binding.typing || !typing) &&
        (binding.inDialog || !layered) &&
        (characterKeys || binding.keys.startsWith('mod+')),
    );
    const names = new Set(usable.map((binding) => binding.keys));
    const act = (keys: string) => usable.findLast((binding) => binding.keys === keys)?.run();

    clearTimeout(timer);
    let match = matchKeys([...typed, name], names);
    typed = match.exact !== null || match.more ? [...typed, name] : [name];
    if (typed.length === 1) match = matchKeys(typed, names);
    const { exact, more } = match;
    if (exact === null && !more) return forget();
    event.preventDefault();
    if (exact === null) {
      timer = setTimeout(forget, SEQUENCE_MS);
      return;
    }
    // Of two bindings of which one begins the other, the short one never waits: what it opens binds the rest of the long one.
    forget();
    act(exact);
  }

  return {
    press,
    add(id: symbol, binding: Binding) {
      bindings.set(id, binding);
      changed();
      return () => {
        bindings.delete(id);
        changed();
      };
    },
    /** Turns keys without ⌘ or Ctrl on or off. */
    allowCharacterKeys(allowed: boolean) {
      characterKeys = allowed;
    },
    list: () => list,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}
