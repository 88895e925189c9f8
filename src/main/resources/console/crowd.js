// A list of nodes that is too long to be looked through: it scrolls, and a filter finds what is in it.

import {h} from './dom.js';

const CROWD = 20;

/** What was typed into the filters; it outlives the drawing. */
const filters = new Map();

export const isCrowd = nodes => nodes.length > CROWD;

/**
 * @param key names the list among all lists
 * @param members pairs of a text to search in and an element
 */
export function crowd(key, label, members) {
  const count = h('span', {class: 'count', role: 'status'});
  const input = h('input', {
    type: 'search', placeholder: 'Name, id or CIDR block', 'aria-label': `Filter ${label}`, 'data-key': `filter ${key}`,
    value: filters.get(key) ?? '', autocomplete: 'off', spellcheck: 'false', oninput: () => apply(),
  });
  const apply = () => {
    filters.set(key, input.value);
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [text, element] of members) {
      element.hidden = !words.every(word => text.includes(word));
      shown += element.hidden ? 0 : 1;
    }
    count.textContent = words.length ? `${shown} of ${members.length}` : `all ${members.length}`;
  };
  apply();
  return h('div', {class: 'crowd'}, h('div', {class: 'crowd-filter'}, input, count),
    h('div', {class: 'crowd-list', role: 'group', 'aria-label': label}, members.map(([, element]) => element)));
}
