import { SeededRandom } from '../../../scripts/bench/random';
import { Killing, momentsOf, scenarios } from '../../kill/killing';
import { builtCommand } from './builtCommand';

/** `npm run test:kill` does it at every call, and at a thousand moments. */
const MOMENTS = 3;

// @segur ST.TRU.06
describe('a command that is killed while it writes', function () {
  this.timeout(180_000);

  before(() => void builtCommand());

  for (const [index, scenario] of scenarios.entries()) {
    it(`${scenario.name}: leaves every file as it was or as it should become, and writes all where writes are short`, async () => {
      const killing = new Killing(scenario, builtCommand());
      try {
        await killing.prepare();
        await killing.writeShort();
        const moments = momentsOf(killing.calls, Math.min(MOMENTS, killing.calls), new SeededRandom(index));
        for (const [at, when] of moments.entries()) {
          await killing.kill(when, at === 0);
        }
      } finally {
        killing.dispose();
      }
    });
  }
});
