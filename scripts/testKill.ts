/*
 * npm run test:kill [-- --times 1000 --seed N]: kills the command while it writes, at each of its calls and at random moments, and looks each time whether
 * every file is either the old or the new one. Wants a build (`npm run build`).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SeededRandom } from './bench/random';
import { Killing, momentsOf, scenarios } from '../test/kill/killing';

const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } });

async function main(): Promise<void> {
  const times = Number(values.times ?? '1000');
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const random = new SeededRandom(seed);
  const command = join(__dirname, '../dist/segur-trace.js');
  let total = 0;
  for (const [index, scenario] of scenarios.entries()) {
    const killing = new Killing(scenario, command);
    try {
      await killing.prepare();
      await killing.writeShort();
      const count =
        Math.round((times * (index + 1)) / scenarios.length) - Math.round((times * index) / scenarios.length);
      const moments = momentsOf(killing.calls, count, random);
      const queue = moments.map((when, at) => ({ when, isFollowed: at % 10 === 0 }));
      let killed = 0;
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const wasKilled = await killing.kill(next.when, next.isFollowed);
          killed += wasKilled ? 1 : 0;
        }
      };
      await Promise.all([work(), work()]);
      total += count;
      process.stdout.write(
        `${scenario.name}: ${count} runs, ${killed} killed before their end; ${killing.calls} calls that change files; every file old or new\n`,
      );
    } finally {
      killing.dispose();
    }
  }
  process.stdout.write(`${total} runs from seed ${seed}: no file was lost or half.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
