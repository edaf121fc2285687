/*
 * npm run picture:rooms: draws docs/rooms.svg, the picture in CONTRIBUTING.md. Floors come from the rules of
 * dependency-cruiser, arrows from what the files import; those that a longer way makes plain are left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, normalize, relative, sep } from 'node:path';
import { root } from './host/paths';

export const roomsFile = join(root, 'docs', 'rooms.svg');

/** What is done in a room, and how far from the left it stands. */
const ROOMS: Readonly<Record<string, { readonly does: string; readonly at: number }>> = {
  cli: { does: 'the command: a file a subcommand', at: 310 },
  vscode: { does: 'the extension: a folder a feature', at: 650 },
  fill: { does: 'the user’s own REM, filled in', at: 250 },
  import: { does: 'a REM in', at: 130 },
  report: { does: 'what a reader gets', at: 365 },
  language: { does: 'what an editor asks', at: 600 },
  workspace: { does: 'files in', at: 835 },
  trace: { does: 'links and proofs in, states out', at: 480 },
  evidence: { does: 'proofs, decisions, profile', at: 730 },
  units: { does: 'the code that a link speaks of', at: 480 },
  annotations: { does: 'comments in, @segur links out', at: 480 },
  catalog: { does: 'requirements and FAQ', at: 690 },
  xlsx: { does: 'workbooks and ZIP, within limits', at: 130 },
  base: { does: 'texts, problems, ports', at: 410 },
};

const WIDE = 218;
const HIGH = 54;
const STEP = 96;
const MARGIN = 24;

interface Rules {
  readonly forbidden: readonly { readonly name: string; readonly to: { readonly pathNot?: string | string[] } }[];
}

/** The rooms of each floor, lowest first, as the rules have them. */
export function floors(): string[][] {
  const { forbidden } = createRequire(__filename)(join(root, '.dependency-cruiser.cjs')) as Rules;
  const below = new Map<string, number>();
  for (const { name, to } of forbidden) {
    const [, room] = /^(.+)-points-down-only$/u.exec(name) ?? [];
    if (room !== undefined) below.set(room, String(to.pathNot).split('|').length);
  }
  const heights = [...new Set(below.values())].sort((a, b) => a - b);
  return heights.map((height) => [...below].filter(([, one]) => one === height).map(([room]) => room));
}

/** For each room, those that it imports from. */
export function imports(): Map<string, Set<string>> {
  const source = join(root, 'src');
  const found = new Map<string, Set<string>>();
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/u.test(entry.name)) continue;
    const room = relative(source, entry.parentPath).split(sep)[0] ?? '';
    const rooms = found.get(room) ?? new Set();
    found.set(room, rooms);
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/gu)) {
      const [other = ''] = relative(source, normalize(join(entry.parentPath, path))).split(sep);
      if (other !== room && other !== '..') rooms.add(other);
    }
  }
  return found;
}

/** Without the arrows to rooms that another arrow leads to in the end. */
export function shortest(arrows: ReadonlyMap<string, ReadonlySet<string>>): [from: string, to: string][] {
  const reaches = (from: string, to: string): boolean =>
    [...(arrows.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  return [...arrows]
    .flatMap(([from, rooms]) =>
      [...rooms]
        .filter((to) => ![...rooms].some((other) => other !== to && reaches(other, to)))
        .map((to): [string, string] => [from, to]),
    )
    .sort();
}

/** @throws Error for a room that has no place in it yet */
export function drawRooms(): string {
  const storeys = floors().reverse();
  const place = (room: string) => {
    const known = ROOMS[room];
    if (known === undefined) throw new Error(`say in scripts/roomsPicture.ts where ${room} stands and what it does`);
    return { x: known.at, y: MARGIN + storeys.findIndex((rooms) => rooms.includes(room)) * STEP, does: known.does };
  };
  const arrows = shortest(imports()).map(([from, to]) => {
    const a = place(from);
    const b = place(to);
    return `  <line x1="${a.x}" y1="${a.y + HIGH}" x2="${b.x}" y2="${b.y - 3}"><title>${from} uses ${to}</title></line>`;
  });
  const boxes = storeys.flat().map((room) => {
    const { x, y, does } = place(room);
    return `  <g><rect x="${x - WIDE / 2}" y="${y}" width="${WIDE}" height="${HIGH}" rx="8"/><text class="name" x="${x}" y="${y + 23}">${room}</text><text x="${x}" y="${y + 42}">${does}</text></g>`;
  });
  const size = { width: 965, height: storeys.length * STEP + 2 * MARGIN - (STEP - HIGH) };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="The rooms of the code: arrows point down only">
<!-- Drawn by scripts/roomsPicture.ts from .dependency-cruiser.cjs and the imports in src. -->
<style>
  rect { fill: #f5f7fa; stroke: #8b95a3; } .page { fill: #ffffff; stroke: none; } line { stroke: #56606e; stroke-width: 1.5; marker-end: url(#tip); } #tip path { fill: #56606e; }
  text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #3b4552; } .name { font-weight: 600; font-size: 15px; fill: #12305c; }
  @media (prefers-color-scheme: dark) {
    rect { fill: #1c222a; stroke: #5d6875; } .page { fill: #0d1117; stroke: none; } line { stroke: #a3adba; } #tip path { fill: #a3adba; }
    text { fill: #c9d1d9; } .name { fill: #7fb8f5; }
  }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
<rect class="page" width="${size.width}" height="${size.height}"/>
<g>
${arrows.join('\n')}
</g>
<g>
${boxes.join('\n')}
</g>
</svg>
`;
}

if (require.main === module) {
  writeFileSync(roomsFile, drawRooms());
}
