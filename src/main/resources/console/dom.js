// Makes elements. What users name and write goes in as text only; nothing here parses HTML.

function apply(element, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  return element;
}

const shown = child => child !== null && child !== undefined && child !== false;

export function h(name, attributes, ...children) {
  const element = apply(document.createElement(name), attributes);
  element.append(...children.flat(Infinity).filter(shown));
  // A select has a value only once it has options.
  if (name === 'select' && attributes?.value !== undefined) element.value = attributes.value;
  return element;
}

export function svg(name, attributes, ...children) {
  const element = apply(document.createElementNS('http://www.w3.org/2000/svg', name), attributes);
  element.append(...children.flat(Infinity).filter(shown));
  return element;
}

let labels = 0;

/** A form field with its label. */
export function field(label, control, className = '') {
  control.id ||= `field-${++labels}`;
  return h('div', {class: `field ${className}`}, h('label', {for: control.id}, label), control);
}

export function options(values, selected) {
  return values.map(value => {
    const [key, text] = Array.isArray(value) ? value : [value, value];
    return h('option', {value: key, selected: key === selected}, text);
  });
}

export const code = text => h('code', {}, text);

/** A state as AWS names it, coloured by what it means. */
export function badge(state) {
  const good = /^(available|accept|accepted|active|allowed|ok|running|in-use|complete|success|verified)$/i;
  const bad = /^(rejected|failed|denied|deleted|deleting|expired|blackhole|reject|error|stopped)$/i;
  const kind = good.test(state) ? 'good' : bad.test(state) ? 'bad' : /pending|audit|verif/i.test(state) ? 'wait' : 'plain';
  return h('span', {class: `badge ${kind}`}, state);
}

/** Rows of cells: text or elements. */
export function table(caption, head, rows, className = '') {
  return h('div', {class: 'scroller', tabindex: '0', role: 'region', 'aria-label': caption},
    h('table', {class: className},
      h('caption', {class: 'hidden'}, caption),
      h('thead', {}, h('tr', {}, head.map(text => h('th', {scope: 'col'}, text)))),
      h('tbody', {}, rows.map(row => h('tr', {}, row.map(cell => h('td', {}, cell)))))));
}

export function facts(pairs) {
  return h('dl', {class: 'facts'}, pairs.filter(([, value]) => shown(value) && value !== '')
    .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

export function card(title, ...content) {
  return h('section', {class: 'card', 'aria-label': title}, h('h2', {}, title), content);
}

/** Says something once, also to people who do not see the screen. */
export function say(text, bad = false) {
  const place = document.getElementById('message');
  place.replaceChildren(h('div', {class: bad ? 'toast bad' : 'toast'}, text));
  clearTimeout(say.timer);
  say.timer = setTimeout(() => place.replaceChildren(), bad ? 9000 : 4000);
}

/** Runs what a button does; a failure is said, and the button cannot be pressed twice meanwhile. */
export const button = (text, action, className = '') => h('button', {
  type: 'button', class: className,
  async onclick(event) {
    const pressed = event.currentTarget;
    pressed.disabled = true;
    try {
      await action(event);
    } catch (failure) {
      say(failure.message, true);
    } finally {
      pressed.disabled = false;
    }
  },
}, text);

export function later(action, milliseconds) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}
