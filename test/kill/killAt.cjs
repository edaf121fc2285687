/*
 * For `node --require`: ends the process, as a power cut would, at its n-th call that changes a file (SEGUR_KILL_AT). A write that it ends at is done by half. With
 * SEGUR_KILL_DELAY the call is begun, and the end comes so many microseconds later. SEGUR_SHORT_WRITES makes each write take only half of what it is given, as a nearly
 * full disk does. SEGUR_KILL_COUNT names a file that gets the number of calls.
 */
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const fs = require('node:fs');
  const binding = process.binding('fs');
  const killAt = Number(process.env.SEGUR_KILL_AT ?? 0);
  const delay = Number(process.env.SEGUR_KILL_DELAY ?? -1);
  const isShort = process.env.SEGUR_SHORT_WRITES === '1';
  const changing = ['open', 'openFileHandle', 'writeBuffer', 'writeBuffers', 'writeString', 'rename', 'link', 'unlink', 'copyFile', 'fsync', 'fchmod', 'mkdir', 'rmdir', 'ftruncate', 'close', 'rm']; // prettier-ignore
  let calls = 0;
  const end = () => process.kill(process.pid, 'SIGKILL');
  const original = { ...binding };
  for (const name of changing) {
    const call = binding[name];
    if (typeof call !== 'function') {
      continue;
    }
    binding[name] = function (...args) {
      const isReading = name.startsWith('open') && (Number(args[1]) & 3) === 0;
      const isOutput = name.startsWith('write') && args[0] <= 2;
      if (isReading || isOutput) {
        return call.apply(this, args);
      }
      calls++;
      const isBuffer = name === 'writeBuffer' && typeof args[3] === 'number' && args[3] > 1;
      if (calls === killAt && delay >= 0) {
        try {
          return call.apply(this, args);
        } finally {
          // The system goes on with what it was asked for, in another thread.
          for (const from = performance.now(); performance.now() - from < delay / 1000;);
          end();
        }
      }
      if (calls === killAt) {
        if (isBuffer) {
          original.writeBuffer(args[0], args[1], args[2], args[3] >> 1, args[4], undefined, {});
        }
        end();
        // Nothing more happens until the signal is there.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
      }
      if (isShort && isBuffer) {
        args[3] = (args[3] >> 1) + 1;
      }
      if (isShort && name === 'writeString') {
        args[1] = args[1].slice(0, (args[1].length >> 1) + 1);
      }
      return call.apply(this, args);
    };
  }
  if (process.env.SEGUR_KILL_COUNT !== undefined) {
    process.on('exit', () => {
      fs.writeFileSync(process.env.SEGUR_KILL_COUNT, JSON.stringify({ calls }));
    });
  }
}
