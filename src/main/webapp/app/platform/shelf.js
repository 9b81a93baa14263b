/**
 * Where a tab keeps what must outlive its reload.
 *
 * @template T
 * @param {string} key
 * @param {T} nothing
 * @returns {{read(): T, keep(value: T): void}}
 */
export function shelf(key, nothing) {
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? nothing;
      } catch {
        return nothing;
      }
    },
    keep(value) {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // full or forbidden: it lives as long as the page
      }
    },
  };
}
