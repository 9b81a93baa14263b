import { reduce } from '../../main/webapp/app/stage/page-state.js';

/** What tests say to the state of a meeting's page. */

/** @param {string} id @param {object} [more] */
export const person = (id, more = {}) => ({ id, name: id.toUpperCase(), role: 'participant', microphone: true, camera: true, connected: true, publishing: [], ...more });

/** @param {string} self @param {...object} participants */
export const welcome = (self, ...participants) => ({
  type: 'welcome', self, resume: 'r', meeting: { name: 'M', code: '1', link: 'l' }, participants,
  viewing: [], iceServers: [], limits: { slots: 9, audioSlots: 3, resumeSeconds: 60 }, epoch: 7, mediaAvailable: true,
});

/** @param {any} state @param {...any} messages of the server @returns {any} the state after them */
export const said = (state, ...messages) => messages.reduce((s, message) => reduce(s, { type: 'server', message }), state);
