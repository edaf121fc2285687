/** The page's style sheet: light and dark by the reader's preference or VS Code's theme, A4 landscape on paper. */
export const styleSheet = `
:root { color-scheme: light dark; --bg: #ffffff; --fg: #1c2430; --muted: #56606e; --line: #d8dde4; --panel: #f5f7fa; --accent: #0b5cad; --ok: #17703a; --partial: #8a5a00; --missing: #b3261e; --suspect: #9a4a00; --decided: #56606e; }
@media (prefers-color-scheme: dark) { :root { --bg: #14181e; --fg: #e3e8ef; --muted: #a3adba; --line: #333c48; --panel: #1c222a; --accent: #7fb8f5; --ok: #6fcf8e; --partial: #e3b341; --missing: #ff8f87; --suspect: #f0a35e; --decided: #a3adba; } }
body.vscode-dark, body.vscode-high-contrast { --bg: var(--vscode-editor-background, #14181e); --fg: var(--vscode-editor-foreground, #e3e8ef); --muted: #a3adba; --line: var(--vscode-panel-border, #333c48); --panel: #1c222a; --accent: var(--vscode-textLink-foreground, #7fb8f5); --ok: #6fcf8e; --partial: #e3b341; --missing: #ff8f87; --suspect: #f0a35e; --decided: #a3adba; }
body.vscode-light, body.vscode-high-contrast-light { --bg: var(--vscode-editor-background, #ffffff); --fg: #1c2430; --muted: #56606e; --line: #d8dde4; --panel: #f5f7fa; --accent: #0b5cad; --ok: #17703a; --partial: #8a5a00; --missing: #b3261e; --suspect: #9a4a00; --decided: #56606e; }
body.vscode-high-contrast { --fg: var(--vscode-editor-foreground); --muted: var(--fg); --line: var(--vscode-contrastBorder); --panel: var(--bg); --accent: var(--vscode-textLink-foreground); --focus: var(--vscode-focusBorder); --ok: var(--vscode-segurTrace-satisfied); --partial: var(--vscode-segurTrace-partial); --missing: var(--vscode-segurTrace-missing); --suspect: var(--vscode-segurTrace-suspect); --decided: var(--fg); }
* { box-sizing: border-box; }
body { margin: 0; padding: 0 clamp(1rem, 3vw, 3rem) 3rem; background: var(--bg); color: var(--fg); font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; }
a { color: var(--accent); text-decoration: underline; }
:focus-visible { outline: 2px solid var(--focus, var(--accent)); outline-offset: 2px; }
th:focus-visible { outline-offset: -2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--bg); padding: .5rem 1rem; }
header { padding: 2rem 0 1rem; border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 .5rem; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; }
h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; }
h4, td h3 { margin: .8rem 0 .2rem; font-size: .9rem; }
dl.facts { display: flex; flex-wrap: wrap; gap: .2rem 2rem; margin: 0; color: var(--muted); }
dl.facts div { display: flex; gap: .5rem; }
dl.facts dt::after { content: ':'; }
:lang(fr) dl.facts dt::after { content: '\\a0:'; }
dl.facts dd { margin: 0; color: var(--fg); }
ul.totals { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; padding: 0; margin: 1.2rem 0 0; }
ul.totals li { min-width: 8rem; padding: .6rem .9rem; border: 1px solid var(--line); border-left: 4px solid currentColor; border-radius: 6px; background: var(--panel); }
ul.totals b { display: block; font-size: 1.5rem; line-height: 1.2; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--muted); padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--muted); font-weight: 600; font-size: .85rem; border-bottom: 2px solid var(--line); }
.pack { table-layout: fixed; min-width: 40rem; } .pack tbody th { font-weight: 400; } .pack thead th { width: 32%; } .pack thead th:nth-child(2) { width: 9rem; } .pack thead th:nth-child(3) { width: auto; }
.chart { margin-bottom: 1.2rem; }
.chart thead td, .ages thead td { border-bottom: 2px solid var(--line); }
.chart th, .chart td, .ages th, .ages td { padding: .3rem .6rem; white-space: nowrap; vertical-align: middle; }
.chart tbody th, .ages tbody th { font-weight: 400; white-space: normal; }
.chart thead th { white-space: normal; overflow-wrap: normal; }
.chart tbody th { overflow-wrap: normal; width: 22rem; min-width: 11rem; }
.chart .bar { min-width: 9rem; width: 40%; }
svg { display: block; width: 100%; height: .8rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
rect { fill: currentColor; stroke: var(--bg); stroke-width: 2; vector-effect: non-scaling-stroke; }
rect[data-aspect] { cursor: pointer; } rect[data-aspect]:hover { opacity: .75; }
rect.endless { opacity: .55; } rect.today { fill: var(--fg); stroke: none; } rect.tick { fill: var(--muted); stroke: none; }
.ages { min-width: 60rem; } .ages .line { width: 40%; } .ages tbody th { overflow-wrap: anywhere; min-width: 14rem; } .ages td:nth-child(2) { white-space: normal; }
.ends { display: flex; justify-content: space-between; color: var(--muted); font-size: .75rem; }
.blocked { padding-left: 1.4rem; } .blocked > li + li { margin-top: .7rem; } .blocked ul { margin: .2rem 0; padding-left: 1.1rem; }
.trend { margin: 0 0 1rem; max-width: 72rem; overflow-x: auto; } .trend svg { height: auto; min-width: 40rem; margin-top: .4rem; } .trend text { fill: var(--muted); font-size: 12px; } .trend .count { text-anchor: middle; } .trend .name { fill: var(--fg); } .trend path { stroke: var(--line); fill: none; } .trend [data-goto] { cursor: pointer; } .trend [data-goto]:hover rect { opacity: .75; } rect.rest { fill: var(--panel); stroke: var(--muted); stroke-width: 1; }
.steps tbody td:last-child { white-space: normal; min-width: 11rem; } .steps tbody th { min-width: 9rem; width: auto; }
.step { margin: .4rem 0; } .step h3 { margin-top: .6rem; } .changes, .plain { padding-left: 1.1rem; margin: .2rem 0; } .changes { list-style: none; padding-left: .3rem; } .lines span { display: block; padding-left: 1.2rem; }
.matrix { table-layout: fixed; min-width: 60rem; }
.matrix thead th { width: 16%; } .matrix thead th:nth-child(1) { width: auto; } .matrix thead th:nth-child(2) { width: 8.5rem; }
.matrix tbody th { font-weight: 400; }
.matrix tbody { border-bottom: 1px solid var(--line); }
.matrix tbody tr > * { border-bottom: 0; }
.matrix tbody tr:first-child > * { padding-bottom: .2rem; }
.matrix tbody tr:last-child > * { padding-top: 0; }
.id { font-weight: 600; white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; content-visibility: auto; contain-intrinsic-block-size: auto 60rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.satisfied { color: var(--ok); } .partial { color: var(--partial); } .missing { color: var(--missing); } .suspect { color: var(--suspect); } .not-applicable, .accepted-gap { color: var(--decided); }
td ul { margin: 0; padding: 0; list-style: none; }
td li + li { margin-top: .25rem; }
code, .place { font: .85em ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
small, .muted { color: var(--muted); font-size: .85rem; }
summary { cursor: pointer; color: var(--accent); font-size: .85rem; }
details p { margin: .3rem 0; }
.columns { display: flex; flex-wrap: wrap; gap: 0 2.5rem; }
.columns > div { flex: 1 1 20rem; }
.columns ul { padding-left: 1.1rem; list-style: disc; }
#answers article { max-width: 60rem; }
h2, #answers article { scroll-margin-top: .5rem; }
:target h3 { background: var(--panel); box-shadow: -.6rem 0 var(--panel), -.8rem 0 var(--accent); }
blockquote { max-width: 60rem; margin: .3rem 0 .3rem; padding: .1rem .9rem; border-left: 3px solid var(--line); }
#filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1rem; padding: .7rem 0; background: var(--bg); border-bottom: 1px solid var(--line); }
#filter[hidden] { display: none; }
#filter select { font: inherit; font-size: .9rem; max-width: 14rem; padding: .25rem .3rem; border: 1px solid var(--muted); border-radius: 4px; background: var(--bg); color: var(--fg); }
#filter fieldset { display: flex; flex-wrap: wrap; gap: .3rem .9rem; border: 0; padding: 0; margin: 0; }
#filter legend { float: left; margin-right: .6rem; color: var(--muted); }
#search { font: inherit; padding: .3rem .6rem; min-width: 16rem; border: 1px solid var(--muted); border-radius: 4px; background: var(--bg); color: var(--fg); }
#expand, #clear { font: inherit; font-size: .9rem; padding: .25rem .7rem; border: 1px solid var(--muted); border-radius: 4px; background: var(--panel); color: var(--fg); cursor: pointer; }
@media (max-width: 48rem), (max-height: 32rem) { #filter { position: static; } #search { min-width: 0; } }
@media (forced-colors: active) { :root { --bg: Canvas; --fg: CanvasText; } svg { forced-color-adjust: none; } }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root, body { --bg: #fff; --fg: #000; --muted: #444; --line: #bbb; --panel: #fff; --accent: #000; --ok: #17703a; --partial: #8a5a00; --missing: #b3261e; --suspect: #9a4a00; --decided: #444; } :root { font-size: 8.5pt; } body { padding: 0; font-size: 8.5pt; line-height: 1.35; } header { padding-top: 0; } th, td { padding: .25rem .6rem; } h2 { margin-top: 1.4rem; } blockquote, #answers article { max-width: none; } #filter, .skip { display: none; } thead { display: table-header-group; } .scroll { content-visibility: visible; } tr { break-inside: avoid; } .matrix tbody tr:first-child { break-after: avoid; } .matrix tbody tr:last-child:not(:has([open])), summary { display: none; } .matrix thead th { width: 18%; } .matrix thead th:nth-child(1) { width: auto; } .matrix thead th:nth-child(2) { width: 8rem; } [data-answer] { display: none; } h2, h3, h4 { break-after: avoid; } .trend { break-inside: avoid; overflow: visible; max-width: 60rem; } .matrix, .pack { min-width: 0; } a { text-decoration: none; } }
`;
