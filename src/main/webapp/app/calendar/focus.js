/** Where the focus is when dialogs have closed and events were drawn anew: where the reader was. */

/**
 * What was hidden keeps the focus until the browser finds the time to take it away.
 * @param {Document} page
 */
const nobodyHas = (page) => page.activeElement === null || page.activeElement === page.body || !page.activeElement.checkVisibility();

/** @param {Document} page @param {(target: Element) => void} take what gets the focus outside of dialogs */
function outside(page, take) {
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && !target.closest('.ui-dialog')) take(target);
  });
}

/**
 * A button that asks the server is disabled meanwhile and loses the focus, so the dialog that it opens knows of no place to return it to.
 * @param {Document} page
 */
export function returnFocus(page) {
  let opener = '';
  outside(page, (target) => (opener = target.id));
  const observer = new MutationObserver((changes) => {
    const closed = changes.some(({ target }) => target instanceof Element && target.getAttribute('aria-hidden') === 'true');
    // the dialog's own component is done with it by then
    if (closed) requestAnimationFrame(() => requestAnimationFrame(() => nobodyHas(page) && opener !== '' && page.getElementById(opener)?.focus({ preventScroll: true })));
  });
  for (const dialog of page.querySelectorAll('.event-dialog')) observer.observe(dialog, { attributeFilter: ['aria-hidden'] });
}

/**
 * Events are drawn anew whenever the schedule asks for them. Whoever was at one stays at it, also when it moved: where nothing else has the focus,
 * it gets it back.
 * @param {Document} page
 */
export function focusKeeper(page) {
  let last = '';
  let due = false;
  outside(page, (target) => (last = target.closest('[data-event]')?.getAttribute('data-event') ?? ''));
  const giveBack = () => {
    due = false;
    if (last === '' || !nobodyHas(page)) return;
    const all = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('[data-event]')]);
    const [event] = last.split('@');
    (all.find((one) => one.dataset.event === last) ?? all.find((one) => one.dataset.event?.startsWith(`${event}@`)))?.focus({ preventScroll: true });
  };
  /** @param {{el: HTMLElement, event: {id: string}}} mounted the id is that of the event and, behind an at sign, which of its times this is */
  return ({ el, event }) => {
    el.dataset.event = event.id;
    if (!due) requestAnimationFrame(giveBack);
    due = true;
  };
}
