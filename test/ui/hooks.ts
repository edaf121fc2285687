/*
 * Around the UI tests: a picture of what was on screen when one failed; what a first try left open is closed before the second; everything closed at
 * the end.
 */
import type { Context } from 'mocha';
import { closeHost, openWindows } from './workbench';

export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    if (this.currentTest?.state === 'passed') return;
    if (this.currentTest?.state !== 'failed') {
      for (const { page } of openWindows()) {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      }
      return;
    }
    const name = this.currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    for (const [index, window] of openWindows().entries()) {
      console.log(`      picture: ${await window.screenshot(`failed-${name}-${index + 1}`)}`);
    }
  },
  async afterAll(): Promise<void> {
    await closeHost();
  },
};
