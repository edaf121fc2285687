/**
 * The page's only script: filters rows by state and by words, keeps the count. It is fixed text, so that its digest can stand in the page's
 * content security policy; a unit test holds the two against each other.
 */
export const filterScript = `
const rows = [...document.querySelectorAll('tbody tr[data-state]')];
const search = document.querySelector('#search');
const boxes = [...document.querySelectorAll('input[name=state]')];
const count = document.querySelector('#count');
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
const texts = rows.map((row) => fold(row.textContent));
function apply() {
  const words = fold(search.value).split(/\\s+/).filter(Boolean);
  const states = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  rows.forEach((row, i) => {
    const fits = (states.size === 0 || states.has(row.dataset.state)) && words.every((word) => texts[i].includes(word));
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  });
  document.querySelectorAll('section[data-group]').forEach((group) => {
    group.hidden = !group.querySelector('tbody tr[data-state]:not([hidden])');
  });
  count.textContent = count.dataset.text.replace('{0}', shown).replace('{1}', rows.length);
}
document.querySelector('#filter').hidden = false;
search.addEventListener('input', apply);
boxes.forEach((box) => box.addEventListener('change', apply));
document.querySelector('#expand').addEventListener('click', (event) => {
  const open = event.target.getAttribute('aria-pressed') !== 'true';
  event.target.setAttribute('aria-pressed', String(open));
  document.querySelectorAll('tbody details').forEach((details) => { details.open = open; });
});
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')];
  opened.forEach((details) => { details.open = true; });
});
addEventListener('afterprint', () => opened.forEach((details) => { details.open = false; }));
apply();
`;

/** SHA-256 of the script, in base64. */
export const filterScriptDigest = 'joRg3DXBIx7q2FBXtvyD7LyBEULPteLsH/m5YLTeZss=';
