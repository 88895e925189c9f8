// Draws a network as columns of nodes with the connections between them.

import {h, svg, badge} from './dom.js';
import {icon} from './icons.js';
import {crowd, isCrowd} from './crowd.js';

const COLUMNS = ['VPC', 'Zones and subnets', 'Route tables', 'Gateways and endpoints', 'Services'];
const ZONES = 1;

/** More subnets than this and only the first VPCs are open at first; more in a zone and the zone is closed. */
const OPEN_SUBNETS = 24;
const OPEN_IN_ZONE = 8;

/** What the person opened or closed by hand, by VPC or zone; it outlives the drawing. */
const toggled = new Map();

export class NetworkMap {

  /**
   * @param select called with a node that was chosen
   * @param only ids of the VPCs to draw; all without it
   * @param path keys of nodes in the order of a way, and the key of the one that stops it, or null
   */
  constructor(network, {select, only, path} = {}) {
    Object.assign(this, {network, select, only, path, text: ''});
    this.element = h('div', {class: path ? 'map with-path' : 'map'});
    this.drawings = [];
    this.observer = new ResizeObserver(() => this.draw());
    this.render();
  }

  search(text) {
    this.text = text;
    this.render();
    return this.found ? [...this.network.nodes.values()].filter(node => this.found.has(node.key)).length : null;
  }

  close() {
    this.observer.disconnect();
  }

  render() {
    this.found = this.network.search(this.text);
    this.places = new Map();
    this.anchors = new Map();
    this.drawings = [];
    this.observer.disconnect();
    let budget = OPEN_SUBNETS;
    const sections = [];
    for (const vpc of this.network.vpcs.filter(one => !this.only || this.only.includes(one.VpcId))) {
      const subnets = this.network.of(vpc.VpcId, ZONES).filter(node => node.kind === 'subnet').length;
      const fits = budget > 0 && !(vpc.IsDefault && sections.length);
      budget -= subnets;
      if (this.found && !this.found.has(`${vpc.VpcId}/${vpc.VpcId}`)) continue;
      sections.push(this.vpc(vpc, subnets, this.found || this.path ? true : toggled.get(vpc.VpcId) ?? fits));
    }
    this.element.replaceChildren(...sections.length ? [this.legend(), ...sections] : [h('p', {class: 'none'}, this.found ? 'Nothing fits the search.' : '')]);
    requestAnimationFrame(() => this.draw());
  }

  /** What the lines mean. Colours have words too. */
  legend() {
    const sample = (kind, text) => h('span', {},
      svg('svg', {viewBox: '0 0 32 8', width: 32, height: 8, 'aria-hidden': 'true'}, svg('path', {class: kind, d: 'M0 4H32'})), text);
    const far = this.network.edges.some(edge => this.far(edge));
    return h('p', {class: 'map-legend', role: 'note', 'aria-label': 'Lines of the map'}, ...this.path
      ? [sample('way', 'the way of the traffic'), this.path.stop ? sample('way stop', 'where it stops') : null]
      : [sample('', 'routes to, belongs to'), far ? sample('far', 'the endpoint has a network interface in the subnet') : null]);
  }

  toggle(key, open) {
    toggled.set(key, !open);
    this.render();
    this.element.querySelector(`[data-toggle="${CSS.escape(key)}"]`)?.focus();
  }

  vpc(vpc, subnets, open) {
    const id = vpc.VpcId;
    const node = this.network.nodes.get(`${id}/${id}`);
    const gates = this.network.of(id, 3).filter(one => one.kind !== 'endpoint').length;
    const endpoints = this.network.of(id, 3).length - gates;
    const counts = [plural(subnets, 'subnet'), plural(this.network.of(id, 2).length, 'route table'),
      plural(gates, 'gateway'), plural(endpoints, 'endpoint')].filter(Boolean).join(' · ');
    const header = h('h3', {}, h('button', {
      type: 'button', class: 'disclosure', 'aria-expanded': String(open), 'data-toggle': id, onclick: () => this.toggle(id, open),
    }, h('span', {class: 'name'}, node.name || (vpc.IsDefault ? 'Default VPC' : id)),
    h('span', {class: 'count'}, counts)));
    const section = h('section', {class: 'vpc', 'aria-label': `VPC ${id}`}, header);
    if (open) {
      const lines = svg('svg', {class: 'lines', 'aria-hidden': 'true'});
      const grid = h('div', {class: 'columns'}, lines, COLUMNS.map((title, column) =>
        h('div', {class: 'column'}, h('h4', {}, title), column === ZONES ? this.zones(id) : this.column(id, column))));
      section.append(grid);
      this.drawings.push({vpcId: id, grid, lines});
      this.observer.observe(grid);
    }
    return section;
  }

  shown(node) {
    return !this.found || this.found.has(node.key);
  }

  column(vpcId, column) {
    const nodes = this.network.of(vpcId, column).filter(node => this.shown(node));
    return nodes.length ? this.list(`${vpcId}/${column}`, COLUMNS[column], nodes) : h('p', {class: 'none'}, this.found ? 'nothing found' : 'none');
  }

  zones(vpcId) {
    const nodes = this.network.of(vpcId, ZONES).filter(node => this.shown(node));
    const zones = nodes.filter(node => node.kind === 'zone');
    return zones.length ? zones.map(zone => this.zone(zone, nodes.filter(node => node.zone === zone.id)))
      : h('p', {class: 'none'}, this.found ? 'nothing found' : 'none');
  }

  zone(zone, subnets) {
    const onPath = subnets.some(subnet => this.path?.keys.includes(subnet.key));
    const open = onPath || (toggled.get(zone.key) ?? (subnets.length <= OPEN_IN_ZONE || (this.found !== null && subnets.length < 100)));
    const shown = open ? subnets : [];
    const box = h('div', {class: 'zone'},
      h('button', {
        type: 'button', class: 'disclosure small', 'aria-expanded': String(open), 'data-toggle': zone.key,
        onclick: () => this.toggle(zone.key, open),
      }, zone.id, h('span', {class: 'count'}, `${subnets.length}`)),
      this.list(zone.key, `Subnets in ${zone.id}`, shown));
    this.places.set(zone.key, box);
    if (!open) subnets.forEach(subnet => this.places.set(subnet.key, box));
    return box;
  }

  /** Nodes below each other. Lines to a crowd end at its frame, because its nodes scroll. */
  list(key, label, nodes) {
    if (!isCrowd(nodes)) return nodes.map(node => this.node(node));
    if (this.path) {
      const own = nodes.filter(node => this.path.keys.includes(node.key));
      return [...own.map(node => this.node(node)), h('p', {class: 'none'}, `${nodes.length - own.length} others`)];
    }
    const box = crowd(key, label, nodes.map(node => [this.network.words(node), this.node(node)]));
    nodes.forEach(node => this.anchors.set(node.key, box));
    return box;
  }

  node(node) {
    const step = this.path?.keys.indexOf(node.key) ?? -1;
    const stop = this.path?.stop === node.key;
    const element = h('button', {
      type: 'button',
      class: `node ${node.kind}${step >= 0 ? ' on-path' : ''}${stop ? ' path-stop' : ''}`,
      'data-key': node.key,
      title: [node.name, node.title, node.detail].filter((text, index, all) => text && all.indexOf(text) === index).join('\n'),
      'aria-label': [node.kind, node.name, node.title, node.detail, node.state].filter(Boolean).join(', '),
      onmouseenter: () => this.highlight(node.key),
      onmouseleave: () => this.highlight(null),
      onfocus: () => this.highlight(node.key),
      onblur: () => this.highlight(null),
      onclick: () => this.select?.(node),
    },
    icon(node.kind),
    h('span', {class: 'text'},
      h('span', {class: 'name'}, node.name || node.title, node.state && node.state !== 'available' ? badge(node.state) : null),
      node.name && node.title !== node.name && node.kind !== 'service' ? h('span', {class: 'id'}, node.title) : null,
      node.detail ? h('span', {class: 'detail'}, node.detail) : null));
    this.places.set(node.key, element);
    return element;
  }

  highlight(key) {
    if (this.path) return;
    const related = key === null ? null : this.network.related(key);
    this.element.classList.toggle('focusing', related !== null);
    for (const [other, place] of this.places) {
      if (place.classList.contains('node')) place.classList.toggle('related', related?.has(other) ?? false);
    }
    for (const line of this.element.querySelectorAll('.lines path')) {
      line.classList.toggle('related', related !== null && line.edges.some(edge => related.has(edge.from) && related.has(edge.to)));
    }
  }

  draw() {
    for (const {vpcId, grid, lines} of this.drawings) {
      const origin = grid.getBoundingClientRect();
      lines.setAttribute('width', origin.width);
      lines.setAttribute('height', origin.height);
      const drawn = new Map();
      for (const edge of this.network.edges.filter(one => one.from.startsWith(`${vpcId}/`))) {
        const [from, to] = [edge.from, edge.to].map(key => this.anchors.get(key) ?? this.places.get(key));
        if (!from || !to || from === to || from.contains(to)) continue;
        const way = curve(from.getBoundingClientRect(), to.getBoundingClientRect(), origin);
        const known = drawn.get(way);
        if (known) known.edges.push(edge);
        else drawn.set(way, Object.assign(svg('path', {d: way, class: this.far(edge) ? 'far' : null}), {edges: [edge]}));
      }
      lines.replaceChildren(...drawn.values(), ...this.way(origin, vpcId));
    }
  }

  /** Whether a line passes a column. */
  far({from, to}) {
    return this.network.nodes.get(to).column - this.network.nodes.get(from).column > 1;
  }

  /** The lines of the path, drawn over the others. */
  way(origin, vpcId) {
    const keys = (this.path?.keys ?? []).filter(key => key.startsWith(`${vpcId}/`) && this.places.has(key));
    return keys.slice(1).map((key, index) => {
      const last = this.path.stop === key;
      const [from, to] = [this.places.get(keys[index]), this.places.get(key)];
      return Object.assign(svg('path', {
        class: last ? 'way stop' : 'way',
        d: curve(from.getBoundingClientRect(), to.getBoundingClientRect(), origin),
      }), {edges: []});
    });
  }
}

const plural = (count, noun) => count ? `${count} ${noun}${count === 1 ? '' : 's'}` : '';

/** From the side of one box that faces another to the side of that. */
function curve(from, to, origin) {
  const round = Math.round;
  const [y1, y2] = [from, to].map(box => round(box.top + box.height / 2 - origin.top));
  if (to.left >= from.right) {
    const [x1, x2] = [round(from.right - origin.left), round(to.left - origin.left)];
    const middle = round((x2 - x1) / 2);
    return `M${x1} ${y1}C${x1 + middle} ${y1} ${x2 - middle} ${y2} ${x2} ${y2}`;
  }
  if (from.left >= to.right) return curve(to, from, origin);
  const x = round(Math.max(from.right, to.right) - origin.left);
  return `M${round(from.right - origin.left)} ${y1}C${x + 36} ${y1} ${x + 36} ${y2} ${round(to.right - origin.left)} ${y2}`;
}
