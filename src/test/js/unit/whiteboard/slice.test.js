import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayDraw, whiteboardSlice } from '../../../../main/webapp/app/whiteboard/slice.js';

/** @import { ServerMessage } from '../../../../main/webapp/app/protocol/messages.js' */

const PEOPLE = { self: 'a', participants: [{ id: 'a', role: 'participant', room: null }, { id: 'm', role: 'moderator' }] };
const CONTEXT = /** @type {any} */ ({ before: { people: PEOPLE } });
const STATE = /** @type {ServerMessage} */ ({ type: 'board-state', board: 'b1', shown: true, drawing: 'everybody', named: [] });

/** @param {import('../../../../main/webapp/app/whiteboard/slice.js').Whiteboard} slice @param {any} message */
const hear = (slice, message) => whiteboardSlice.reduce(slice, { type: 'server', message }, CONTEXT);

test('a board that is shown opens here, once, and closes when it is hidden', () => {
  let slice = hear(whiteboardSlice.initial, STATE);
  assert.equal(slice.open, true);
  assert.deepEqual(whiteboardSlice.news(whiteboardSlice.initial, slice).map(({ text }) => text), ['stage.board.opened']);
  slice = whiteboardSlice.reduce(slice, { type: 'whiteboard', open: false }, CONTEXT);
  slice = hear(slice, { ...STATE, drawing: 'moderators' });
  assert.equal(slice.open, false, 'who has closed it is not bothered by other changes');
  const hidden = hear({ ...slice, open: true }, { ...STATE, shown: false });
  assert.equal(hidden.open, false);
});

test('in another room there is another board', () => {
  const slice = hear(whiteboardSlice.initial, STATE);
  assert.deepEqual(hear(slice, { type: 'participant-changed', participant: { ...PEOPLE.participants[0], room: 'r1' } }), whiteboardSlice.initial);
});

test('who may draw', () => {
  const people = /** @type {any} */ (PEOPLE);
  const asks = (/** @type {any} */ part, self = 'a') => mayDraw({ people: { ...people, self }, whiteboard: { ...whiteboardSlice.initial, ...part } });
  assert.equal(asks({}), true);
  assert.equal(asks({ drawing: 'moderators' }), false);
  assert.equal(asks({ drawing: 'moderators' }, 'm'), true);
  assert.equal(asks({ drawing: 'named', named: ['a'] }), true);
  assert.equal(asks({ drawing: 'named', named: ['x'] }), false);
  assert.equal(asks({ drawing: 'nobody' }, 'm'), false);
});
