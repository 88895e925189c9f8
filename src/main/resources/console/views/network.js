// The resource map of an account in a Region.

import {h, field, later, say} from '../dom.js';
import {here} from '../api.js';
import {load} from '../network.js';
import {NetworkMap} from '../map.js';
import {onChange} from '../stream.js';
import {cli} from '../cli.js';
import {details} from '../details.js';
import {demoButton} from '../demo.js';

const COMMANDS = ['vpcs', 'subnets', 'route-tables', 'internet-gateways', 'nat-gateways', 'vpc-peering-connections',
  'vpc-endpoints', 'security-groups', 'network-acls', 'network-interfaces'].map(noun => `aws ec2 describe-${noun}`);

export const title = 'Network';

export async function show(main) {
  let map = null;
  const count = h('span', {class: 'count', 'aria-live': 'polite'});
  const find = h('input', {type: 'search', placeholder: 'Name, id, CIDR block, tag or service', autocomplete: 'off', spellcheck: 'false'});
  const place = h('div', {class: 'maps'}, h('p', {class: 'none'}, 'Reading the network …'));
  const search = later(() => {
    const found = map?.search(find.value) ?? null;
    count.textContent = found === null ? '' : `${found} found`;
  }, 120);
  find.addEventListener('input', search);
  main.replaceChildren(
    h('div', {class: 'head'}, h('h1', {}, title), field('Search', find, 'grow'), count),
    place, cli(...COMMANDS));

  const draw = async () => {
    const network = await load();
    const focused = document.activeElement?.dataset.key;
    map?.close();
    map = new NetworkMap(network, {select: node => details(node, network)});
    if (find.value) map.search(find.value);
    const own = network.raw.vpcs.some(vpc => !vpc.IsDefault);
    place.replaceChildren(own ? '' : nothingYet(), map.element);
    if (focused) map.element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  };
  await draw();
  const end = onChange(here(), () => draw().catch(failure => say(failure.message, true)));
  return () => {
    end();
    map?.close();
  };
}

function nothingYet() {
  return h('div', {class: 'empty'},
    h('h2', {}, 'No VPC of your own yet'),
    h('p', {}, 'Create one with any AWS tool that is pointed at this emulator; it appears here at once:'),
    h('pre', {}, 'aws ec2 create-vpc --cidr-block 10.0.0.0/16'),
    demoButton());
}
