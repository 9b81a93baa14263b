import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeBody, writePlace, NOWHERE } from '../../../../main/webapp/app/whiteboard/codec.js';
import { History, deleted, moved, whole } from '../../../../main/webapp/app/whiteboard/history.js';
import { Scene } from '../../../../main/webapp/app/whiteboard/scene.js';
import { Selection } from '../../../../main/webapp/app/whiteboard/selection.js';
import { aligned } from '../../../../main/webapp/app/whiteboard/select-tool.js';

/** @import { Body } from '../../../../main/webapp/app/whiteboard/codec.js' */

const measure = (/** @type {string} */ text, /** @type {number} */ size) => ({ width: text.length * size, height: size });
const scene = (self = 'ada') => new Scene(measure, () => self);
const body = (/** @type {number} */ width) => /** @type {Body} */ ({ kind: 'rect', width, height: 10, text: '' });
const place = (/** @type {number} */ x, z = 1) => ({ ...NOWHERE, x, z });
const operation = (/** @type {number} */ number, /** @type {any[]} */ steps, by = 'bob', key = `key-${number}`) => ({ number, by, key, steps });

test('the later body and the later place count, whichever comes first', () => {
  const one = scene();
  one.takeOperations([operation(1, [whole('a', 1, body(10), place(0))]), operation(2, [moved('a', 1, place(5))])]);
  one.takeOperations([operation(3, [{ element: 'a', page: 1, body: writeBody(body(20)) }])]);
  assert.deepEqual([one.get('a')?.place.x, one.get('a')?.box.width], [5, 20]);
});

test('what is told twice, or late in a part, changes nothing', () => {
  const one = scene();
  one.takeOperations([operation(5, [whole('a', 1, body(10), place(5))])]);
  one.takePart([], [{ number: 3, by: 'bob', element: 'a', page: 1, body: writeBody(body(1)), place: writePlace(place(1)) }]);
  assert.equal(one.get('a')?.place.x, 5);
});

test('a part without a body keeps the one that is known, and without both deletes', () => {
  const one = scene();
  one.takeOperations([operation(1, [whole('a', 1, body(10), place(5))])]);
  one.takePart([], [{ number: 2, by: 'bob', element: 'a', page: 1, place: writePlace(place(9)) }]);
  assert.deepEqual([one.get('a')?.place.x, one.get('a')?.box.width], [9, 10]);
  one.takePart([], [{ number: 3, by: 'bob', element: 'a', page: 1 }]);
  assert.equal(one.get('a'), undefined);
});

test('what was deleted and then moved while this tab was away is not there', () => {
  const [here, away] = [scene(), scene()];
  const made = operation(1, [whole('a', 1, body(10), place(5))]);
  away.takeOperations([made]);
  here.takeOperations([made, operation(2, [deleted('a', 1)]), operation(3, [moved('a', 1, place(9))])]);
  away.takePart([], [{ number: 3, by: 'bob', element: 'a', page: 1, body: '', place: writePlace(place(9)) }]);
  assert.equal(away.get('a'), undefined);
  assert.equal(away.hash(), here.hash());
});

test('one sees at once what one does, over what others do meanwhile, until the server has ordered both', () => {
  const one = scene();
  one.takeOperations([operation(1, [whole('a', 1, body(10), place(0))])]);
  one.add('mine', [moved('a', 1, place(7))]);
  one.takeOperations([operation(2, [moved('a', 1, place(3))])]);
  assert.equal(one.get('a')?.place.x, 7);
  one.takeOperations([operation(3, [moved('a', 1, place(7))], 'ada', 'mine')]);
  assert.equal(one.get('a')?.place.x, 7);
  one.add('refused', [moved('a', 1, place(99))]);
  one.takeBack('refused');
  assert.equal(one.get('a')?.place.x, 7);
});

test('a cleared page is empty, but for what is newer', () => {
  const one = scene();
  one.takeOperations([operation(1, [whole('a', 1, body(10), place(0)), whole('b', 2, body(10), place(0))])]);
  one.takeOperations([{ ...operation(4, []), cleared: 1 }, operation(5, [whole('c', 1, body(10), place(0))])]);
  assert.deepEqual([one.get('a'), one.get('b')?.id, one.get('c')?.id], [undefined, 'b', 'c']);
  one.takePart([{ page: 1, number: 4 }], [{ number: 2, by: 'x', element: 'd', page: 1, body: writeBody(body(1)), place: writePlace(place(1)) }]);
  assert.equal(one.get('d'), undefined);
});

test('all who have heard the same have the same hash, in whichever pieces it came', () => {
  const steps = Array.from({ length: 40 }, (_, i) => whole(`element-${i % 17}`, 1, body(i + 1), place(i)));
  const live = scene();
  steps.forEach((step, i) => live.takeOperations([operation(i + 1, [step])]));
  const late = scene('bob');
  const last = new Map(steps.map((step, i) => [step.element, { number: i + 1, by: 'x', ...step }]));
  late.takePart([], [...last.values()]);
  assert.equal(live.hash(), late.hash());
  late.takeOperations([operation(50, [deleted('element-3', 1)])]);
  assert.notEqual(live.hash(), late.hash());
});

test('only what touches a place is found there, the lowest first', () => {
  const one = scene();
  const steps = Array.from({ length: 2000 }, (_, i) => whole(`element-${i}`, 1, body(10), { ...NOWHERE, x: (i % 50) * 100, y: Math.floor(i / 50) * 100, z: 2000 - i }));
  one.takeOperations([operation(1, steps)]);
  const found = one.in(1, { x: 95, y: 95, width: 120, height: 20 }).map(({ id }) => id);
  assert.deepEqual(found, ['element-52', 'element-51'].sort((a, b) => (a > b ? -1 : 1)));
  assert.deepEqual(one.in(2, { x: 0, y: 0, width: 1e6, height: 1e6 }), []);
});

test('undoing changes only what one did oneself', () => {
  const one = scene();
  let number = 10;
  const history = new History(one, (steps) => one.takeOperations([operation((number += 10), [...steps], 'ada', `key-${number}`)]));
  history.do([whole('a', 1, body(10), place(0))]);
  history.do([moved('a', 1, place(4))]);
  one.takeOperations([operation((number += 10), [{ element: 'a', page: 1, body: writeBody(body(33)) }])]);
  history.undo();
  assert.deepEqual([one.get('a')?.place.x, one.get('a')?.box.width], [0, 33], 'the other one’s words stay');
  history.redo();
  assert.equal(one.get('a')?.place.x, 4);
  history.do([deleted('a', 1)]);
  assert.equal(one.get('a'), undefined);
  history.undo();
  assert.deepEqual([one.get('a')?.place.x, one.get('a')?.box.width], [4, 33]);
  assert.equal(history.canRedo, true);
});

test('a group is chosen as a whole, and lines up', () => {
  const one = scene();
  one.takeOperations([operation(1, [whole('one-aaaa', 1, body(10), { ...place(0), group: 'group-0001' }), whole('two-aaaa', 1, body(30), { ...place(50), group: 'group-0001' }), whole('three-aa', 1, body(5), place(9))])]);
  const selection = new Selection(one, () => 1);
  selection.are(['one-aaaa']);
  assert.equal(selection.size, 2);
  one.takeOperations([operation(9, aligned(selection.elements(), 'right'))]);
  assert.deepEqual(['one-aaaa', 'two-aaaa'].map((id) => (one.get(id)?.box.x ?? 0) + (one.get(id)?.box.width ?? 0)), [80, 80]);
});
