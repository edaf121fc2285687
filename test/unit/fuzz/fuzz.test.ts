import assert from 'node:assert/strict';
import { fuzz, readers, type FuzzFailure } from '../../fuzz/fuzzing';

/** The same in every run: what fails here fails again. `npm run fuzz` takes others. */
const SEED = 20_261_128;

// @segur ST.TRU.07
describe('files that anybody may have written', function () {
  this.timeout(180_000);

  for (const reader of readers) {
    it(`${reader.name}: ${reader.iterations} mutated files and the corpus are read as the reader promises`, async () => {
      const failures: FuzzFailure[] = [];
      await fuzz({
        reader,
        seed: SEED,
        goOn: (done) => done < reader.iterations && failures.length < 3,
        onFailure: (failure) => failures.push(failure),
      });
      const told = failures.map(({ error, file, words }) => `${String(error)}\n  ${words}\n  ${file}`);
      assert.deepEqual(told, []);
    });
  }
});
