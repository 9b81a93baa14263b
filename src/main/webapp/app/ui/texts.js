/**
 * @typedef {(key: string, ...values: Array<string | number>) => string} Translate
 */

/**
 * @param {Record<string, string>} table
 * @returns {Translate}
 */
export function translator(table) {
  return (key, ...values) => fill(table[key] ?? key, values);
}

/**
 * Puts values into the places {0}, {1} …; what a value contains is not looked at again.
 *
 * @param {string} text
 * @param {ReadonlyArray<string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
}

/**
 * The accessible name of a button, which contains its visible text, so that speech input finds it (WCAG 2.5.3).
 *
 * @param {string} label @param {string} [shown]
 */
export function calledBy(label, shown) {
  return !shown || label.toLowerCase().includes(shown.toLowerCase()) ? label : `${shown}: ${label}`;
}
