/**
 * The page's only script: filters rows by state and by words, keeps the count, opens answers in place, and follows links within the page
 * until the tables above the target, which get their height when they come into sight, move it no more. It is fixed text, so that its
 * digest can stand in the page's content security policy; a unit test holds the two against each other.
 */
export const filterScript = `
const rows = [...document.querySelectorAll('tbody[data-state]')];
const tables = rows.map((row) => row.closest('.scroll'));
const allTables = [...new Set(tables)];
const groups = document.querySelectorAll('section[data-group]');
const search = document.querySelector('#search');
const boxes = [...document.querySelectorAll('input[name=state]')];
const count = document.querySelector('#count');
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
let texts;
function apply() {
  const words = fold(search.value).split(/\\s+/).filter(Boolean);
  const states = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  if (words.length > 0) {
    texts ??= rows.map((row) => fold(row.textContent));
  }
  const seen = new Map();
  let shown = 0;
  rows.forEach((row, i) => {
    const fits = (states.size === 0 || states.has(row.dataset.state)) && words.every((word) => texts[i].includes(word));
    row.hidden = !fits;
    if (fits) {
      shown++;
      seen.set(tables[i], (seen.get(tables[i]) ?? 0) + 1);
    }
  });
  allTables.forEach((table) => {
    table.hidden = !seen.has(table);
    table.style.containIntrinsicBlockSize = 'auto ' + (4 + 6 * (seen.get(table) ?? 0)) + 'rem';
  });
  groups.forEach((group) => { group.hidden = !group.querySelector('.scroll:not([hidden])'); });
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
document.addEventListener('toggle', (event) => {
  event.target.querySelectorAll('[data-answer][hidden]').forEach((place) => {
    const answer = document.getElementById(place.dataset.answer);
    place.replaceChildren(...answer.lastElementChild.cloneNode(true).childNodes);
    place.hidden = false;
  });
}, true);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(link.hash.slice(1));
  let frames = 6;
  const settle = () => {
    target.scrollIntoView();
    if (--frames > 0) {
      requestAnimationFrame(settle);
    }
  };
  if (target) {
    requestAnimationFrame(settle);
  }
});
apply();
`;

/** SHA-256 of the script, in base64. */
export const filterScriptDigest = 'CsmHdXaKcv0SwyKh1qbeb59A1TbDKa2609xEbfneVpo=';
