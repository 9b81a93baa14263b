/**
 * The switches of the settings' page and the preferences that they stand for. Pure.
 *
 * @import { Wanted } from '../platform/preferences.js'
 * @typedef {{preference?: string, sound?: string}} Meaning what a switch says that it is about: a preference, or a sound
 */

/** Whether a switch is on. @param {Readonly<Wanted>} wanted @param {Meaning} meaning */
export function isOn(wanted, { preference, sound }) {
  return sound ? !wanted.silent.includes(sound) : wanted[/** @type {keyof Wanted} */ (preference)] === true;
}

/** What turning a switch changes. @param {Readonly<Wanted>} wanted @param {Meaning} meaning @param {boolean} on @returns {Partial<Wanted>} */
export function turned(wanted, { preference, sound }, on) {
  if (!sound) return { [/** @type {string} */ (preference)]: on };
  const others = wanted.silent.filter((one) => one !== sound);
  return { silent: on ? others : [...others, sound] };
}

/** What the account keeps, as its switches show it. @param {ReadonlyArray<Meaning & {on: boolean}>} switches @returns {Partial<Wanted>} */
export function keptBy(switches) {
  const preferences = switches.filter(({ preference }) => preference).map(({ preference, on }) => [preference, on]);
  const silent = switches.filter(({ sound, on }) => sound && !on).map(({ sound }) => sound);
  return { ...Object.fromEntries(preferences), silent };
}
