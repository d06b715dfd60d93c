/* global document, MutationObserver, performance */

/** Runs in the editor's window: notes when the text, the findings and the row of a task first become others. */
export function noteDrawings(title) {
  const texts = (selector) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '').join('');
  const states = {
    began: () => texts('.editor-instance .view-line'),
    findings: () => String(document.querySelectorAll('.editor-instance .squiggly-warning').length),
    row: () =>
      [...document.querySelectorAll('.sidebar .monaco-list-row')]
        .map(({ textContent }) => textContent ?? '')
        .find((text) => text.includes(title)) ?? '',
  };
  const before = Object.entries(states).map(([name, state]) => ({ name, state, value: state() }));
  const shown = {};
  Object.assign(globalThis, { shown });
  const observer = new MutationObserver(() => {
    for (const { name, state, value } of before)
      if (!(name in shown) && state() !== value) shown[name] = performance.now();
    if (Object.keys(shown).length === before.length) observer.disconnect();
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}
