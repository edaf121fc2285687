/* End to end: the command as it is published, asked by the SDK's own client and by hand. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { tools } from '../../../src/language/answers/tools';
import { builtCommand } from './builtCommand';

interface Answered {
  readonly text: string;
  readonly data: Record<string, unknown> | undefined;
  readonly isError: boolean;
}

// @segur ST.AGT.01
describe('segur-trace mcp', function () {
  this.timeout(60_000);
  let folder: string;
  let work: string;
  let command: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-mcp-'));
    command = builtCommand();
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(() => {
    work = mkdtempSync(join(folder, 'work-'));
    mkdirSync(join(work, 'test'));
    write('a.ts', '// @segur SC.SSI/IE.38\nexport function close() {}\n');
    write('test/a.ts', '// @segur IE.38\nit("closes", () => {});\n');
  });

  /** Of an hour ago, so that only a look at its times can tell that it changed. */
  function write(path: string, text: string): void {
    const past = new Date(Date.now() - 3_600_000);
    writeFileSync(join(work, path), text);
    utimesSync(join(work, path), past, past);
  }

  async function withClient(ask: (client: Client) => Promise<void>, ...args: string[]): Promise<void> {
    const client = new Client({ name: 'test', version: '1' });
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' };
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [command, 'mcp', work, ...args],
        env,
        stderr: 'pipe',
      }),
    );
    try {
      await ask(client);
    } finally {
      await client.close();
    }
  }

  async function call(client: Client, name: string, args: Record<string, unknown> = {}): Promise<Answered> {
    // The client holds the data against the schema that the server declared.
    const result = await client.callTool({ name, arguments: args });
    const content = result.content as { type: string; text: string }[];
    return {
      text: content.map(({ text }) => text).join(''),
      data: result.structuredContent as Record<string, unknown> | undefined,
      isError: result.isError === true,
    };
  }

  it('introduces itself and lists its questions, all of them read-only', () =>
    withClient(async (client) => {
      assert.equal(client.getServerVersion()?.name, 'segur-trace');
      assert.match(client.getInstructions() ?? '', /never instructions/u);
      const listed = (await client.listTools()).tools;
      assert.deepEqual(
        listed.map(({ name }) => name),
        tools.map(({ name }) => name),
      );
      for (const tool of listed) {
        assert.equal(tool.annotations?.readOnlyHint, true);
        assert.equal(tool.outputSchema?.type, 'object');
      }
    }));

  it('answers every question, and several at once', () =>
    withClient(async (client) => {
      await client.listTools();
      const [search, requirement, gaps, places, faq, changes] = await Promise.all([
        call(client, 'segur_search', { query: 'mot de passe' }),
        call(client, 'segur_requirement', { id: 'ie38' }),
        call(client, 'segur_gaps', { need: 'proof', limit: 2 }),
        call(client, 'segur_places', { file: join(work, 'a.ts') }),
        call(client, 'segur_faq', { id: 'a03' }),
        call(client, 'segur_changes'),
      ]);
      assert.match(search.text, /SC\.SSI\//u);
      assert.match(
        requirement.text,
        /SC\.SSI\/IE\.38[^]*- a\.ts:1 implements — function “close”[^]*- test\/a\.ts:1 verifies — test “closes”/u,
      );
      assert.match(gaps.text, /ask again with offset 2/u);
      assert.match(places.text, /^What a\.ts speaks of \(1\)/u);
      assert.match(faq.text, /^> /mu);
      assert.match(changes.text, /^Nothing changed since mark 1/u);
      for (const { data, isError } of [search, requirement, gaps, places, faq, changes]) {
        assert.equal(isError, false);
        assert.ok(data);
      }
    }));

  it('answers from the files as they are at the time of the question', () =>
    withClient(async (client) => {
      assert.match((await call(client, 'segur_changes')).text, /^Nothing changed/u);
      write('a.ts', '// @segur SC.SSI/IE.39\nexport function close() {}\n');
      write('new.ts', '// @segur X.Y/Z.9\n');
      const { text, data } = await call(client, 'segur_changes');
      assert.match(
        text,
        /Annotations added \(2\)[^]*SC\.SSI\/IE\.39 — a\.ts:1[^]*Annotations removed \(1\)[^]*SC\.SSI\/IE\.38 — a\.ts:1/u,
      );
      assert.match(text, /New problems \(1\):\n- error annotation\.unknown-id — new\.ts:1/u);
      assert.equal(data?.['changed'], true);
      rmSync(join(work, 'new.ts'));
      assert.match((await call(client, 'segur_changes')).text, /Solved problems \(1\)/u);
      write('segur.yaml', 'version: 1\ndecisions: [{ for: IE.39, status: not-applicable, reason: Aucun compte }]\n');
      assert.match(
        (await call(client, 'segur_requirement', { id: 'IE.39' })).text,
        /Decision: Not applicable — “Aucun compte”/u,
      );
      write('segur.yaml', 'version: 1\nscan: { marker: "@norme" }\n');
      assert.match((await call(client, 'segur_places', { id: 'IE.39' })).text, /No annotation speaks of it/u);
    }));

  it('tells a model how to ask, and a client what it got wrong', () =>
    withClient(async (client) => {
      const wrong = await call(client, 'segur_search', { word: 'x' });
      assert.equal(wrong.isError, true);
      assert.match(wrong.text, /no argument "word"\. Known: query \(required\)/u);
      await assert.rejects(call(client, 'segur_write'), { code: -32602 });
      await assert.rejects(client.callTool({ name: 'segur_faq', arguments: [] as never }), { code: -32602 });
      rmSync(work, { recursive: true });
      assert.match((await call(client, 'segur_gaps')).text, /not there any more/u);
    }));

  it('speaks French where it is asked to', () =>
    withClient(
      async (client) => {
        assert.match((await call(client, 'segur_gaps')).text, /exigences du profil ont des écarts/u);
        assert.ok((await client.listTools()).tools.some(({ title }) => title === 'État d’une exigence'));
      },
      '--lang',
      'fr',
    ));

  describe('line by line', () => {
    let child: ChildProcessWithoutNullStreams;
    let lines: AsyncIterator<string>;
    let stderr: string;

    beforeEach(() => {
      child = spawn(process.execPath, [command, 'mcp', work], { env: { ...process.env, LC_ALL: 'C' } });
      lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      stderr = '';
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    });

    afterEach(() => child.kill());

    interface Reply {
      readonly id: number | null;
      readonly result?: object;
      readonly error?: { readonly code: number };
    }

    async function reply(): Promise<Reply> {
      const next = await lines.next();
      assert.equal(next.done, false, stderr);
      return JSON.parse(next.value) as Reply;
    }

    const say = (message: object | string): boolean =>
      child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);

    const hello = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'hand', version: '1' } },
    };
    const question = (id: number) => ({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name: 'segur_requirement', arguments: { id: 'IE.38' } },
    });

    it('refuses what is no message, and goes on', async () => {
      say('not json');
      assert.deepEqual([(await reply()).error?.code], [-32700]);
      say('[]');
      assert.deepEqual([(await reply()).error?.code], [-32600]);
      say({ id: 7, method: 'tools/list' });
      const refused = await reply();
      assert.deepEqual([refused.id, refused.error?.code], [7, -32600]);
      say('');
      say({ jsonrpc: '2.0', id: 8, method: 'tools/unheard' });
      const unheard = await reply();
      assert.deepEqual([unheard.id, unheard.error?.code], [8, -32601]);
      say(hello);
      assert.equal((await reply()).id, 1);
      assert.match(stderr, /Not JSON/u);
    });

    it('reads messages that come in pieces', async () => {
      const bytes = Buffer.from(`${JSON.stringify({ ...hello, id: 'é' })}\r\n`);
      for (const at of [0, 5, bytes.indexOf(0xc3) + 1]) {
        child.stdin.write(bytes.subarray(at, at === 0 ? 5 : at === 5 ? bytes.indexOf(0xc3) + 1 : undefined));
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.equal((await reply()).id, 'é');
    });

    it('refuses a message without end, and goes on', async () => {
      say('x'.repeat(5 * 1024 * 1024));
      assert.equal((await reply()).error?.code, -32600);
      say(hello);
      assert.equal((await reply()).id, 1);
    });

    it('gives the answers that are due when its input ends, then ends', async () => {
      [hello, { jsonrpc: '2.0', method: 'notifications/initialized' }, question(2), question(3)].forEach(say);
      child.stdin.end();
      const ended = once(child, 'exit') as Promise<[number | null]>;
      assert.deepEqual([(await reply()).id, (await reply()).id, (await reply()).id].sort(), [1, 2, 3]);
      assert.deepEqual([(await ended)[0], stderr], [0, '']);
    });

    it('ends when nobody reads its answers any more', async () => {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.stdout.destroy();
      say(hello);
      assert.equal((await ended)[0], 0);
    });
  });
});
