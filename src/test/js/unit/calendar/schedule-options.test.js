import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onSchedule } from '../../../../main/webapp/app/calendar/schedule-options.js';

test('the working days are a view of their own, beside those that are there', () => {
  const options = onSchedule({ views: { dayGridMonth: {} }, initialView: 'timeGridWeek', locale: 'de' }, { workWeek: 'Arbeitswoche', scrolled: 'Termine' }, false);
  assert.deepEqual(Object.keys(options.views), ['dayGridMonth', 'workWeek']);
  assert.equal(options.views.workWeek.weekends, false);
  assert.equal(/** @type {{workWeek?: string}} */ (options.buttonText).workWeek, 'Arbeitswoche');
  assert.equal(options.initialView, 'timeGridWeek');
  assert.equal(/** @type {{locale?: string}} */ (options).locale, 'de');
});

test('events are reached by the keyboard, and a finger has to rest', () => {
  const options = onSchedule({}, { workWeek: '', scrolled: '' }, true);
  assert.equal(options.eventInteractive, true);
  assert.ok(options.longPressDelay >= 300);
  assert.equal(options.initialView, 'listMonth');
});
