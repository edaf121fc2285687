/*
 * Around the UI tests: a picture of what was on screen when one failed; what a first try left open is closed before the second; everything closed at
 * the end.
 */
import type { Context } from 'mocha';
import { closeHost, hostByDefault, openWindows } from './workbench';

hostByDefault({ builtIns: 'few' });

export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    const { currentTest } = this;
    if (currentTest === undefined || currentTest.state === 'passed') return;
    const isLast = currentTest.state === 'failed';
    const name = `${isLast ? 'failed' : 'tried'}-${currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
    for (const [index, window] of openWindows().entries()) {
      console.log(`      picture: ${await window.screenshot(`${name}-${index + 1}`)}`);
      if (isLast) continue;
      await window.page.keyboard.press('Escape');
      await window.page.keyboard.press('Escape');
    }
  },
  async afterAll(): Promise<void> {
    await closeHost();
  },
};
