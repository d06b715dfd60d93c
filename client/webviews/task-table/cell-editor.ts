import { element } from './element';

export interface CellEdit {
  readonly cell: HTMLElement;
  readonly label: string;
  readonly before: string;
  /** With the text to write; undefined where it stays. `next` says that the person goes on to the next cell. */
  readonly done: (value: string | undefined, next: -1 | 0 | 1) => void;
}

/** Lets a person write in a cell: Enter and Tab keep it, Escape takes it back, going elsewhere keeps it. */
export function editCell({ cell, label, before, done }: CellEdit): void {
  const input = element('textarea', { value: before, rows: 1, ariaLabel: label, spellcheck: false });
  let open = true;
  const finish = (keep: boolean, next: -1 | 0 | 1): void => {
    if (!open) return;
    open = false;
    const value = input.value.trim();
    done(keep && value !== before ? value : undefined, next);
  };
  const grow = (): void => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  };
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    // Enter chooses what an input method offers.
    if (event.isComposing || !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    finish(event.key !== 'Escape', event.key !== 'Tab' ? 0 : event.shiftKey ? -1 : 1);
  });
  input.addEventListener('input', grow);
  input.addEventListener('blur', () => finish(true, 0));
  cell.replaceChildren(input);
  grow();
  input.focus();
  input.select();
}
