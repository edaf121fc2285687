import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode, JSONRPCMessageSchema, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';

/** No question of an agent is as long. In bytes. */
const LONGEST_LINE = 4 * 1024 * 1024;
const LINE_END = 0x0a;

type Id = string | number;

/**
 * One JSON message a line, in on one stream and out on the other. Unlike the transport of the SDK, it answers what is no message with the error
 * that JSON-RPC has for it, and when the input ends it waits for the answers that are still due: `printf … | segur-trace mcp` gets all of them.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #input: Readable;
  readonly #output: Writable;
  /** Of the line that has not ended yet. */
  #pieces: Buffer[] = [];
  #length = 0;
  #isTooLong = false;
  readonly #due = new Set<Id>();
  #hasEnded = false;
  #isClosed = false;

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
  }

  start(): Promise<void> {
    this.#input.on('data', this.#onData);
    this.#input.on('end', this.#onEnd);
    this.#input.on('close', this.#onEnd);
    this.#input.on('error', this.#onInputError);
    this.#output.on('close', this.#onOutputGone);
    return Promise.resolve();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#write(message);
    if (!('method' in message) && message.id !== undefined) {
      this.#settle(message.id);
    }
  }

  close(): Promise<void> {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#input.off('data', this.#onData);
      this.#input.off('end', this.#onEnd);
      this.#input.off('close', this.#onEnd);
      this.#output.off('close', this.#onOutputGone);
      // Else an open input would keep the process alive.
      this.#input.pause();
      this.onclose?.();
    }
    return Promise.resolve();
  }

  readonly #onData = (chunk: Buffer): void => {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      this.#keep(chunk.subarray(start, end));
      this.#takeLine();
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  };

  readonly #onEnd = (): void => {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      this.#takeLine();
      this.#closeWhenDone();
    }
  };

  readonly #onInputError = (error: Error): void => {
    this.onerror?.(error);
    this.#onEnd();
  };

  readonly #onOutputGone = (): void => void this.close();

  #keep(piece: Buffer): void {
    this.#length += piece.length;
    this.#isTooLong ||= this.#length > LONGEST_LINE;
    if (this.#isTooLong) {
      this.#pieces = [];
    } else if (piece.length > 0) {
      this.#pieces.push(piece);
    }
  }

  #takeLine(): void {
    const line = Buffer.concat(this.#pieces).toString('utf8').trim();
    const isTooLong = this.#isTooLong;
    this.#pieces = [];
    this.#length = 0;
    this.#isTooLong = false;
    if (isTooLong) {
      this.#refuse(ErrorCode.InvalidRequest, 'The message is too long');
    } else if (line !== '') {
      this.#takeMessage(line);
    }
  }

  #takeMessage(line: string): void {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      this.#refuse(ErrorCode.ParseError, 'Not JSON');
      return;
    }
    const read = JSONRPCMessageSchema.safeParse(json);
    if (!read.success) {
      // What is no request is not answered, lest two faulty sides answer each other for ever.
      if (typeof json !== 'object' || json === null || Array.isArray(json) || 'method' in json) {
        this.#refuse(ErrorCode.InvalidRequest, 'Not a message of JSON-RPC 2.0', idOf(json));
      } else {
        this.onerror?.(new Error('Not a message of JSON-RPC 2.0'));
      }
      return;
    }
    const message = read.data;
    if ('method' in message) {
      if ('id' in message) {
        this.#due.add(message.id);
      } else if (message.method === 'notifications/cancelled') {
        const cancelled = message.params?.['requestId'];
        if (typeof cancelled === 'string' || typeof cancelled === 'number') {
          this.#settle(cancelled);
        }
      }
    }
    this.onmessage?.(message);
  }

  #refuse(code: ErrorCode, message: string, id: Id | null = null): void {
    this.onerror?.(new Error(message));
    this.#write({ jsonrpc: '2.0', id, error: { code, message } }).catch((error: unknown) =>
      this.onerror?.(error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** Resolves once the stream took it; what the system's pipe does not take yet waits in the stream. */
  #write(message: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#output.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
    });
  }

  #settle(id: Id): void {
    this.#due.delete(id);
    this.#closeWhenDone();
  }

  #closeWhenDone(): void {
    if (this.#hasEnded && this.#due.size === 0) {
      void this.close();
    }
  }
}

function idOf(json: unknown): Id | null {
  const id: unknown = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
