/*
 * npm run fuzz -- [--minutes 10] [--reader NAME] [--seed N]: hands mutated files to the readers, as the unit tests do, for as long as is asked for.
 * Samples for which something does not hold are kept in out/fuzz/. With a seed and a reader and no minutes, that one sample; `--input FILE` reads a file.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, readers, say } from '../test/fuzz/fuzzing';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    reader: { type: 'string' },
    seed: { type: 'string' },
    input: { type: 'string' },
  },
});

async function main(): Promise<number> {
  const chosen = readers.filter(({ name }) => values.reader === undefined || values.reader === name);
  const [first] = chosen;
  if (first === undefined) {
    say(`No such reader. There are: ${readers.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  if (values.input !== undefined) {
    // Samples that were kept have the reader's name and the seed before their own.
    const name = basename(values.input).replace(/^\w+ -*(?:seed|corpus)-[\w.-]* /u, '');
    await first.check({ name, bytes: readFileSync(values.input) });
    say('Everything holds.');
    return 0;
  }
  const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
  const single = values.seed !== undefined && values.minutes === undefined;
  const minutes = Number(values.minutes ?? '10');
  let failed = 0;
  for (const reader of chosen) {
    const end = Date.now() + (minutes * 60_000) / chosen.length;
    const seen = new Set<string>();
    const done = await fuzz({
      reader,
      seed,
      goOn: (count) => (single ? count < 1 : Date.now() < end),
      onFailure({ error, file, words }) {
        failed++;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        // One fault fails in many ways: each is told once.
        const place = /\n\s+at .*/u.exec(text)?.[0] ?? text.slice(0, 200);
        if (!seen.has(place)) {
          seen.add(place);
          say(`✗ ${reader.name}: ${text.slice(0, 3000)}\n  ${words}\n  ${file}`);
        }
      },
    });
    say(`${reader.name}: ${done} samples from seed ${seed}`);
  }
  say(failed === 0 ? 'Everything holds.' : `${failed} samples for which something does not hold: out/fuzz/`);
  return failed === 0 ? 0 : 1;
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
