// The frame: which view is shown, for which account and Region.

import {h, field, options, say} from './dom.js';
import {aws, choose, control, keyInUse, scope, useKey} from './api.js';
import {start} from './stream.js';
import {closeDetails} from './details.js';
import * as network from './views/network.js';
import * as why from './views/why.js';
import * as flowlogs from './views/flowlogs.js';
import * as endpoints from './views/endpoints.js';
import * as calls from './views/calls.js';

const VIEWS = {network, why, flowlogs, endpoints, calls};
const main = document.getElementById('main');

let leave = null;
let turn = 0;

function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return {name: VIEWS[path] ? path : 'network', query: new URLSearchParams(query)};
}

async function show() {
  const {name, query} = route();
  const mine = ++turn;
  leave?.();
  leave = null;
  closeDetails();
  document.title = `${VIEWS[name].title} - VPC Local`;
  for (const link of document.querySelectorAll('#views a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  try {
    const end = await VIEWS[name].show(main, query);
    if (mine === turn) leave = end;
    else end?.();
  } catch (failure) {
    if (mine === turn) main.replaceChildren(refusal(failure));
  }
}

function refusal(failure) {
  const closed = [401, 403].includes(failure.status);
  return h('div', {class: 'empty bad', role: 'alert'},
    h('h1', {}, 'The emulator did not answer as expected'),
    h('p', {}, failure.message),
    closed ? h('p', {}, 'If keys are not open here (VPCLOCAL_IDENTITY_OPEN_ROOT_KEYS=false), choose an access key at the top.') : null,
    h('button', {type: 'button', onclick: show}, 'Try again'));
}

async function frame() {
  document.getElementById('views').replaceChildren(...Object.entries(VIEWS)
    .map(([name, view]) => h('a', {href: `#/${name}`, 'data-view': name}, view.title)));
  document.getElementById('skip').addEventListener('click', () => main.focus());
  const live = h('span', {class: 'live', role: 'status'}, 'connecting');
  const bar = document.getElementById('scope');
  const draw = async () => bar.replaceChildren(...await choices(draw), live);
  await draw();
  addEventListener('scopechange', async () => {
    await draw();
    show();
  });
  start(there => {
    live.textContent = there ? 'live' : 'not connected';
    live.classList.toggle('on', there);
  });
}

async function choices(draw) {
  const {accounts, regions} = await known();
  const change = async wanted => {
    choose(wanted);
    await draw();
    show();
  };
  const account = h('select', {
    onchange: event => event.target.value === 'other' ? other(change) : event.target.value === 'key' ? askKey(draw) : change({account: event.target.value}),
  }, options([...accounts, ['other', 'Another account …'], ['key', keyInUse() ? `Key ${keyInUse()}` : 'Access key …']], keyInUse() ? 'key' : scope.account));
  const region = h('select', {onchange: event => change({region: event.target.value})}, options(regions, scope.region));
  return [field('Account', account), field('Region', region)];
}

/** Accounts and Regions with resources; those come first. */
async function known() {
  const [found, described] = await Promise.allSettled([control('GET', 'accounts'), aws('ec2', 'DescribeRegions', {AllRegions: false})]);
  const accounts = found.status === 'fulfilled' ? found.value.accounts : [];
  const own = accounts.find(one => one.account === scope.account)?.regions ?? [];
  const regions = described.status === 'fulfilled' ? described.value.Regions.map(one => one.RegionName).sort() : [];
  return {
    accounts: [...new Set([scope.account, '000000000000', ...accounts.map(one => one.account)])].sort(),
    regions: [...new Set([scope.region, ...regions])].sort((a, b) => own.includes(b) - own.includes(a) || a.localeCompare(b))
      .map(name => [name, own.includes(name) ? `${name} •` : name]),
  };
}

function dialog(title, fields, done) {
  const submit = event => {
    event.preventDefault();
    if (done()) frame.close();
  };
  const frame = h('dialog', {'aria-label': title, onclose: () => frame.remove()},
    h('form', {onsubmit: submit}, h('h2', {}, title), fields,
      h('div', {class: 'buttons'},
        h('button', {type: 'submit', class: 'primary'}, 'Use it'),
        h('button', {type: 'button', onclick: () => frame.close()}, 'Cancel'))));
  document.body.append(frame);
  frame.showModal();
  return frame;
}

function other(change) {
  const number = h('input', {inputmode: 'numeric', maxlength: '12', placeholder: '111122223333'});
  dialog('Another account', field('Twelve digits', number), () => {
    if (!/^\d{12}$/.test(number.value)) {
      say('An account must have twelve digits.', true);
      return false;
    }
    change({account: number.value});
    return true;
  });
}

function askKey(draw) {
  const id = h('input', {autocomplete: 'username', spellcheck: 'false'});
  const secret = h('input', {type: 'password', autocomplete: 'off'});
  dialog('Look as the owner of an access key', [field('Access key id', id), field('Secret access key', secret)], () => {
    useKey(id.value.trim(), secret.value.trim());
    draw().then(show);
    return true;
  });
}

addEventListener('hashchange', show);
await Promise.all([frame(), show()]);
