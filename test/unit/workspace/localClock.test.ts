import assert from 'node:assert/strict';
import { dayWritten } from '../../../src/workspace/localClock';

const noon = (day: string): number => new Date(`${day}T12:00:00`).getTime();
const now = noon('2026-11-22');

describe('the day on which files were written', () => {
  it('is that of the last of them', () => {
    assert.equal(dayWritten([noon('2026-03-01'), noon('2026-09-01'), noon('2025-01-01')], now), '2026-09-01');
  });

  it('is never a day that is still to come, whatever a clock said', () => {
    assert.equal(dayWritten([noon('2031-01-01')], now), '2026-11-22');
    assert.equal(dayWritten([noon('2026-03-01'), noon('2031-01-01')], now), '2026-11-22');
  });

  it('is today where a file system knows no day', () => {
    assert.equal(dayWritten([0], now), '2026-11-22');
    assert.equal(dayWritten([], now), '2026-11-22');
  });
});
