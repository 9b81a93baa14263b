/**
 * Presses a page's button that shows things anew, again and again, while somebody looks at the page and is not at work in what would be replaced.
 */

const button = document.querySelector('[data-refresh]');

if (button instanceof HTMLElement) {
  const seconds = Number(button.dataset.refresh);
  window.setInterval(() => {
    const replaced = document.getElementById(button.dataset.replaces ?? '');
    const isBusy = replaced?.contains(document.activeElement) || document.querySelector('.ui-widget-overlay') !== null;
    if (!document.hidden && !isBusy) button.click();
  }, seconds * 1000);
}
