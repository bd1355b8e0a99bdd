// What is typed while that which a key opened is still on its way: it is meant for the first field there. Where that is none to write in, it is keys.

/** How long what was fetched may take to be drawn and take the focus, in milliseconds. */
const drawnWithinMs = 1_000;
const layers = '[role="dialog"],[role="alertdialog"]';

let holding: symbol | null = null;
let text = '';

/** Puts `typed` where the cursor stands, as if it were typed there; pressed as keys where nothing can be written. */
function enter(field: Element, typed: string) {
  if (typed === '') return;
  const takes =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && /^(text|search|url|tel)$/.test(field.type));
  if (!takes) {
    for (const key of typed) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
    return;
  }
  field.setRangeText(typed, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed, inputType: 'insertText' }));
}

function onFocus({ target }: FocusEvent) {
  if (!(target instanceof Element) || !target.closest(layers)) return;
  const typed = text;
  letGo();
  enter(target, typed);
}

function letGo() {
  holding = null;
  text = '';
  document.removeEventListener('focusin', onFocus);
}

/** Holds letters back until a field of a dialog takes the focus, which then gets them. */
export function holdKeys(): { come: () => void; end: () => void } {
  const mine = Symbol('hold');
  holding = mine;
  text = '';
  document.addEventListener('focusin', onFocus);
  const end = () => {
    if (holding === mine) letGo();
  };
  return { come: () => void setTimeout(end, drawnWithinMs), end };
}

/** Whether the press was held back. */
export function isHeldBack(event: KeyboardEvent): boolean {
  if (holding === null || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  text += event.key;
  return true;
}
