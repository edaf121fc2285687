import assert from 'node:assert/strict';
import { openWindow, type Workbench } from './workbench';

describe('the requirements in the side bar', () => {
  let window: Workbench;
  before(async () => {
    window = await openWindow();
    await window.openContainer('Ségur Trace');
  });
  after(() => window.close());

  it('shows the catalogue', async () => {
    assert.ok((await window.rows('Requirements')).length > 0);
  });
});
