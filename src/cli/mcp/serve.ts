import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { LineTransport } from './lineTransport';

export interface ServedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly outputSchema: Readonly<Record<string, unknown>>;
}

export type ToolResult =
  | { readonly text: string; readonly data: Readonly<Record<string, unknown>> }
  /** The question cannot be answered as it was asked; the words tell the model how to ask. */
  | { readonly refusal: string };

/** What the server asks of its folder: it knows the protocol alone. */
export interface Host {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly ServedTool[];
  call(tool: string, input: unknown, signal: AbortSignal): Promise<ToolResult>;
  /** Gets faults of ours and of the other side. */
  onError(error: unknown): void;
}

/** Answers on standard input and output until the input ends. */
// @segur ST.AGT.01
export async function serve(host: Host): Promise<void> {
  const { name, title, version, instructions, tools } = host;
  // The other class wants its schemas in a library of its own; ours are plain JSON Schema, shared with the editor.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const server = new Server({ name, title, version }, { capabilities: { tools: {} }, instructions });
  server.onerror = (error) => host.onError(error);
  const listed = tools.map(toolOf);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listed }));
  // A handler of its own would call faulty parameters a fault of the server.
  server.fallbackRequestHandler = async (request, { signal }) => {
    if (request.method !== 'tools/call') {
      throw new McpError(ErrorCode.MethodNotFound, `There is no method ${JSON.stringify(request.method)}`);
    }
    const read = CallToolRequestSchema.safeParse(request);
    if (!read.success) {
      throw new McpError(ErrorCode.InvalidParams, 'A call names a tool and gives its arguments as an object');
    }
    const { name: tool, arguments: input } = read.data.params;
    if (!tools.some((one) => one.name === tool)) {
      throw new McpError(ErrorCode.InvalidParams, `There is no tool ${JSON.stringify(tool)}`);
    }
    return answer(await call(host, tool, input, signal));
  };
  const closed = new Promise<void>((resolve) => (server.onclose = resolve));
  await server.connect(new LineTransport(process.stdin, process.stdout));
  await closed;
}

function answer(result: ToolResult): CallToolResult {
  return 'refusal' in result
    ? { content: [{ type: 'text', text: result.refusal }], isError: true }
    : { content: [{ type: 'text', text: result.text }], structuredContent: { ...result.data } };
}

async function call(host: Host, tool: string, input: unknown, signal: AbortSignal): Promise<ToolResult> {
  try {
    return await host.call(tool, input, signal);
  } catch (error) {
    if (!signal.aborted) {
      host.onError(error);
    }
    throw new McpError(ErrorCode.InternalError, error instanceof Error ? error.message : String(error));
  }
}

function toolOf({ name, title, description, inputSchema, outputSchema }: ServedTool): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' },
    outputSchema: { ...outputSchema, type: 'object' },
    annotations: { title, readOnlyHint: true, openWorldHint: false },
  };
}
