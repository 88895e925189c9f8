// Charts of bars, laid by hand.

import {h, svg} from './dom.js';

const WIDTH = 600;
const HEIGHT = 120;

/** Stacked bars over time. @param bars each with a label and a count per series */
export function stacked(caption, series, bars) {
  const most = Math.max(1, ...bars.map(bar => series.reduce((sum, name) => sum + bar[name], 0)));
  const step = WIDTH / Math.max(bars.length, 1);
  const drawn = bars.flatMap((bar, index) => {
    let y = HEIGHT;
    return series.map(name => {
      const height = bar[name] / most * HEIGHT;
      y -= height;
      return height ? svg('rect', {class: name, x: index * step + 1, y, width: Math.max(1, step - 2), height, rx: 1},
        svg('title', {}, `${bar.label}: ${bar[name]} ${name}`)) : null;
    });
  });
  return h('figure', {class: 'chart'},
    svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `${caption}, at most ${most} per bar`},
      svg('line', {class: 'axis', x1: 0, y1: HEIGHT - 0.5, x2: WIDTH, y2: HEIGHT - 0.5}), drawn),
    h('figcaption', {}, h('span', {}, bars[0]?.label ?? ''),
      h('span', {class: 'legend'}, series.map(name => h('span', {class: `key ${name}`}, name))),
      h('span', {}, bars.at(-1)?.label ?? '')));
}

/** One bar per row, the longest first as given. @param rows pairs of a text and a number */
export function bars(caption, rows, unit = '') {
  if (!rows.length) return h('p', {class: 'none'}, 'nothing yet');
  const most = Math.max(1, ...rows.map(([, value]) => value));
  return h('table', {class: 'bars'}, h('caption', {class: 'hidden'}, caption), h('tbody', {}, rows.map(([text, value]) => h('tr', {},
    h('th', {scope: 'row'}, text),
    h('td', {class: 'value'}, `${value.toLocaleString('en')}${unit}`),
    h('td', {class: 'bar-cell', 'aria-hidden': 'true'}, svg('svg', {class: 'bar-line', viewBox: '0 0 100 8', preserveAspectRatio: 'none'},
      svg('rect', {x: 0, y: 0, width: Math.max(1, value / most * 100), height: 8, rx: 1})))))));
}
