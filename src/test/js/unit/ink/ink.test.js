import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureBox } from '../../../../main/webapp/app/ink/picture-box.js';
import { decides, inkSlice, mayInk } from '../../../../main/webapp/app/ink/slice.js';
import { EDGE, Strokes } from '../../../../main/webapp/app/ink/strokes.js';
import { inkShare } from '../../../../main/webapp/app/ink/entry.js';

/** @import { InkRules } from '../../../../main/webapp/app/ink/slice.js' */

globalThis.window ??= /** @type {any} */ (globalThis);

/** @param {string} self @param {Partial<InkRules>} [rules] @returns {any} */
const state = (self, rules = {}) => ({
  people: { self, shares: ['ada'], participants: [{ id: 'ada', role: 'participant' }, { id: 'bob', role: 'participant' }, { id: 'mona', role: 'moderator' }, { id: 'ada-phone', deviceOf: 'ada', role: 'participant' }] },
  ink: { on: null, rules: { ada: { width: 5, fadeSeconds: 10, drawing: 'everybody', frozen: false, ...rules } } },
});

test('the picture lies in the middle of its element, with bars at two sides', () => {
  assert.deepEqual(pictureBox({ width: 1000, height: 1000 }, { width: 1600, height: 900 }), { x: 0, y: 218.75, width: 1000, height: 562.5 });
  assert.deepEqual(pictureBox({ width: 1000, height: 300 }, { width: 800, height: 600 }), { x: 300, y: 0, width: 400, height: 300 });
  assert.deepEqual(pictureBox({ width: 10, height: 20 }, { width: 0, height: 0 }), { x: 0, y: 0, width: 10, height: 20 });
});

test('who may draw, and who decides', () => {
  assert.deepEqual(['ada', 'bob', 'mona'].map((self) => mayInk(state(self, { drawing: 'moderators' }), 'ada')), [true, false, true]);
  assert.deepEqual(['ada', 'bob', 'mona'].map((self) => mayInk(state(self, { drawing: 'nobody' }), 'ada')), [true, false, false]);
  assert.deepEqual(['ada', 'bob', 'mona', 'ada-phone'].map((self) => decides(state(self), 'ada')), [true, false, true, true]);
});

test('one draws on the latest screen that is not one’s own, until it ends', () => {
  const people = { self: 'bob', shares: ['bob', 'ada'], participants: [] };
  assert.equal(inkShare(/** @type {any} */ ({ people, ink: { on: null } })), 'ada');
  const context = /** @type {any} */ ({ people, before: { people } });
  const drawing = inkSlice.reduce(inkSlice.initial, { type: 'ink', on: 'ada' }, context);
  assert.equal(drawing.on, 'ada');
  const ended = inkSlice.reduce(drawing, { type: 'server', message: /** @type {any} */ ({ type: 'participant-left', participant: 'ada' }) }, /** @type {any} */ ({ people: { ...people, shares: ['bob'] }, before: { people } }));
  assert.equal(ended.on, null);
});

test('a stroke goes out in pieces, each point once, and is seen at once', async () => {
  /** @type {any[]} */
  const sent = [];
  const strokes = new Strokes((message) => sent.push(message) > 0);
  strokes.begin('ada', 'bob', '#e02f2f', 0, 0);
  for (let i = 1; i <= 100; i++) strokes.goOn(i / 100, 0.5);
  assert.equal(strokes.on('ada')[0].points.length, 202);
  strokes.end();
  assert.deepEqual(sent.flatMap(({ points }) => points), strokes.on('ada')[0].points);
  assert.ok(sent.every(({ points }) => points.length <= 64));
  assert.deepEqual(sent.map(({ ended }) => ended), [...sent.slice(1).map(() => false), true]);
  assert.deepEqual(sent.at(-1).points.slice(-2), [EDGE, Math.round(EDGE / 2)]);
  strokes.heard(/** @type {any} */ ({ type: 'ink-drawn', share: 'ada', by: 'bob', stroke: sent[0].stroke, color: '#e02f2f', points: sent[0].points, ended: false }));
  assert.equal(strokes.on('ada')[0].points.length, 202, 'the echo adds nothing');
});

test('what the others draw grows, and what is gone fades', () => {
  const strokes = new Strokes(() => true);
  const drawn = (/** @type {number[]} */ points, ended = false) => strokes.heard(/** @type {any} */ ({ type: 'ink-drawn', share: 'ada', by: 'mona', stroke: 'stroke-1', color: 'url(x)', points, ended }));
  drawn([1, 2]);
  drawn([3, 4], true);
  const [stroke] = strokes.on('ada');
  assert.deepEqual([stroke.points, stroke.ended, stroke.color], [[1, 2, 3, 4], true, '#e02f2f']);
  strokes.heard({ type: 'ink-gone', share: 'ada', strokes: ['stroke-1'] });
  assert.ok(strokes.opacity(stroke) <= 1 && stroke.goneAt !== null);
  stroke.goneAt = performance.now() - 1000;
  assert.deepEqual(strokes.on('ada'), []);
});

test('what the server does not take is not seen any longer', () => {
  const strokes = new Strokes(() => true);
  strokes.begin('ada', 'bob', '#e02f2f', 0, 0);
  strokes.heard({ type: 'failed', code: 'forbidden', about: 'ink-draw' });
  assert.notEqual(strokes.on('ada')[0].goneAt, null);
  strokes.goOn(1, 1);
  assert.equal(strokes.on('ada')[0].points.length, 2);
});
