/**
 * The page's only script: filters and orders rows, keeps the count, opens answers in place, and follows links within the page until the tables above
 * the target, which get their height when they come into sight, move it no more. In a view of the editor it also tells what to open there, takes new
 * content in, and keeps what was chosen and where the focus is. The focus goes where a link leads, and hides under the filters nowhere. It is fixed text,
 * which the page's content security policy allows by its digest.
 */
export const pageScript = `
const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
const byId = (id) => document.getElementById(id);
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
const choices = ['chapter', 'family', 'need', 'order'];
const chosen = (id) => byId(id)?.value ?? '';
let rows, homes, texts;
const stops = 'a[href], button, input, select, summary, [tabindex="0"]';
const sized = new ResizeObserver(() => {
  const filter = byId('filter');
  document.documentElement.style.scrollPaddingTop = getComputedStyle(filter).position === 'sticky' ? filter.offsetHeight + 'px' : '';
});
function take() {
  rows = [...document.querySelectorAll('tbody[data-state]')];
  homes = rows.map((row) => row.closest('.scroll'));
  texts = undefined;
  byId('filter').hidden = false;
  sized.disconnect();
  sized.observe(byId('filter'));
}
function ordered() {
  const order = chosen('order');
  const value = { urgency: (row) => Number(row.dataset.urgency), gaps: (row) => -row.dataset.gaps, few: (row) => Number(row.dataset.gaps) }[order];
  const sections = new Map();
  rows.forEach((row, i) => {
    const section = homes[i].parentElement;
    const own = sections.get(section);
    if (own) own.push(i); else sections.set(section, [i]);
  });
  sections.forEach((indices) => {
    const own = indices.map((i) => rows[i]);
    const places = indices.map((i) => homes[i].querySelector('table'));
    const sorted = value ? own.map((row, at) => [value(row), at, row]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((entry) => entry[2]) : own;
    sorted.forEach((row, at) => places[at].append(row));
  });
}
function apply() {
  const words = fold(byId('search').value).split(/\\s+/).filter(Boolean);
  const states = new Set([...document.querySelectorAll('input[name=state]:checked')].map((box) => box.value));
  const [chapter, family, need] = choices.map(chosen);
  if (words.length > 0) {
    texts ??= rows.map((row) => fold(row.textContent));
  }
  const seen = new Map();
  let shown = 0;
  rows.forEach((row, i) => {
    const { dataset } = row;
    const fits = (states.size === 0 || states.has(dataset.state))
      && (chapter === '' || dataset.chapter === chapter)
      && (family === '' || dataset.family === family)
      && (need === '' || dataset.needs.split(' ').some((one) => (need.endsWith(':') ? one.startsWith(need) : one === need)))
      && words.every((word) => texts[i].includes(word));
    row.hidden = !fits;
    if (fits) {
      shown++;
      const home = row.closest('.scroll');
      seen.set(home, (seen.get(home) ?? 0) + 1);
    }
  });
  new Set(homes).forEach((table) => {
    table.hidden = !seen.has(table);
    table.style.containIntrinsicBlockSize = 'auto ' + (4 + 6 * (seen.get(table) ?? 0)) + 'rem';
  });
  document.querySelectorAll('section[data-group]').forEach((group) => { group.hidden = !group.querySelector('.scroll:not([hidden])'); });
  const count = byId('count');
  const written = (number) => String(number).replace(/\\B(?=(\\d{3})+$)/g, count.dataset.thousands);
  count.textContent = count.dataset.text.replace('{0}', written(shown)).replace('{1}', written(rows.length));
  keep();
}
function keep() {
  host?.setState({
    ...host.getState(),
    search: byId('search').value,
    states: [...document.querySelectorAll('input[name=state]:checked')].map((box) => box.value),
    choices: choices.map(chosen),
    top: scrollY,
  });
}
function restore(state) {
  if (state?.choices) {
    byId('search').value = state.search;
    document.querySelectorAll('input[name=state]').forEach((box) => { box.checked = state.states.includes(box.value); });
    choices.forEach((id, at) => { const one = byId(id); if (one) { one.value = state.choices[at]; if (one.selectedIndex < 0) one.value = ''; } });
  }
  if (chosen('order') !== '') {
    ordered();
  }
  apply();
}
function clear() {
  byId('search').value = '';
  document.querySelectorAll('input[name=state]').forEach((box) => { box.checked = false; });
  choices.slice(0, 3).forEach((id) => { const one = byId(id); if (one) one.value = ''; });
}
function goTo(target) {
  let frames = 6;
  const pressed = document.activeElement;
  const settle = () => {
    target.scrollIntoView();
    // The browser follows the link first, and takes the focus away. Who has gone on by key since is not called back.
    if (frames === 6 && [pressed, document.body, target].includes(document.activeElement)) {
      focusOn(target);
    }
    if (--frames > 0) {
      requestAnimationFrame(settle);
    }
  };
  requestAnimationFrame(settle);
}
function focusOn(found) {
  const one = found.hasAttribute('tabindex') ? found : found.querySelector('summary, th, h3') ?? found;
  if (!one.matches(stops)) {
    one.tabIndex = -1;
  }
  one.focus({ preventScroll: true });
}
const idOf = (row) => row?.querySelector('.id').textContent;
function focusedPlace() {
  const focused = document.activeElement;
  const home = focused?.closest('[id]');
  return home && {
    id: home.id,
    row: idOf(home.closest('tbody[data-state]')),
    at: home === focused ? -1 : [...home.querySelectorAll(stops)].indexOf(focused),
    caret: focused.type === 'search' ? [focused.selectionStart, focused.selectionEnd] : undefined,
  };
}
function focusAgain(place) {
  const home = place && ((place.row && rows.find((row) => idOf(row) === place.row)) ?? byId(place.id));
  if (!home) {
    return;
  }
  const inner = [...home.querySelectorAll(stops)];
  const one = inner[Math.min(place.at, inner.length - 1)];
  if (one) one.focus({ preventScroll: true }); else focusOn(home);
  if (place.caret) {
    home.setSelectionRange(...place.caret);
  }
}
document.addEventListener('input', (event) => {
  if (event.target.id === 'search') apply();
});
document.addEventListener('change', (event) => {
  if (event.target.id === 'order') ordered();
  if (event.target.id === 'order' || event.target.name === 'state' || choices.includes(event.target.id)) apply();
});
document.addEventListener('toggle', (event) => {
  event.target.querySelectorAll('[data-answer][hidden]').forEach((place) => {
    const answer = byId(place.dataset.answer);
    place.replaceChildren(...answer.lastElementChild.cloneNode(true).childNodes);
    place.hidden = false;
  });
}, true);
document.addEventListener('click', (event) => {
  const { target } = event;
  if (target.id === 'clear') {
    clear();
    apply();
  }
  if (target.id === 'expand') {
    const open = target.getAttribute('aria-pressed') !== 'true';
    target.setAttribute('aria-pressed', String(open));
    document.querySelectorAll('tbody details').forEach((details) => { details.open = open; });
  }
  const opens = target.closest('[data-file], [data-requirement], [data-compare]');
  if (opens && host) {
    event.preventDefault();
    host.postMessage({ ...opens.dataset });
    return;
  }
  const part = target.closest('[data-aspect]');
  if (part) {
    event.preventDefault();
    clear();
    const { aspect, key, want = '' } = part.dataset;
    const select = byId(aspect);
    if (select) {
      select.value = aspect === 'need' ? key + ':' + want : key;
    }
    if (aspect !== 'need' && want !== '') {
      document.querySelector('input[name=state][value="' + want + '"]').checked = true;
    }
    apply();
    goTo(byId('matrix'));
    return;
  }
  const address = target.closest('[data-goto]')?.dataset.goto ?? target.closest('a[href^="#"]')?.hash.slice(1);
  const found = address && byId(address);
  if (found) {
    if (found.localName === 'details') {
      found.open = true;
    }
    const row = found.closest('tbody[data-state]');
    if (row?.hidden) {
      clear();
      apply();
    }
    goTo(found);
  }
});
if (host) {
  let resting;
  addEventListener('scroll', () => { clearTimeout(resting); resting = setTimeout(keep, 200); }, { passive: true });
  addEventListener('message', ({ data }) => {
    if (data.keep) {
      host.setState({ ...host.getState(), ...data.keep });
      return;
    }
    const open = new Set([...document.querySelectorAll('tbody details[open]')].map((details) => idOf(details.closest('tbody'))));
    const unfolded = [...document.querySelectorAll('details[id][open]')].map(({ id }) => id);
    const [top, focused] = [scrollY, focusedPlace()];
    const state = host.getState();
    byId('page').innerHTML = data.content;
    take();
    rows.filter((row) => open.has(idOf(row))).forEach((row) => { row.querySelector('details').open = true; });
    unfolded.forEach((id) => { const one = byId(id); if (one) one.open = true; });
    restore(state);
    scrollTo(0, top);
    focusAgain(focused);
  });
}
take();
restore(host?.getState());
host?.postMessage({ ready: true });
if (host?.getState()?.top) {
  requestAnimationFrame(() => scrollTo(0, host.getState().top));
}
`;
