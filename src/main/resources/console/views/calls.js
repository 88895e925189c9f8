// The calls that the emulator answers, as they come: who, what, and which statement decided.

import {h, badge, button, card, code, facts, field, later, options, say, table} from '../dom.js';
import {control, here} from '../api.js';
import {follow} from '../stream.js';
import {cli, copyable, quoted} from '../cli.js';

export const title = 'Calls';

const KEPT = 500;
const SHOWN = 150;

export async function show(main) {
  const view = new Calls();
  main.replaceChildren(view.element);
  const end = follow(call => view.add(call), () => view.read().catch(failure => say(failure.message, true)));
  await view.read();
  return end;
}

const denied = call => call.decisions.some(one => !one.allowed);
const short = arn => arn.replace(/^arn:[^:]+:(?:iam|sts)::/, '');

const ENCODED = ' Encoded authorization failure message: ';

/** The details that AWS encodes into a denial are long; the command that decodes them is more use. */
function encoded(call) {
  const message = call.message?.split(ENCODED)[1];
  return message ? copyable(`aws sts decode-authorization-message --encoded-message ${message}`) : null;
}

class Calls {
  constructor() {
    this.calls = [];
    this.open = new Set();
    this.paused = false;
    this.redraw = later(() => this.draw(), 80);
    this.text = h('input', {type: 'search', placeholder: 'User, action, error or resource', autocomplete: 'off', spellcheck: 'false', oninput: this.redraw});
    this.which = h('select', {onchange: () => this.draw()}, options([['', 'all'], ['denied', 'denied'], ['failed', 'failed'], ['write', 'changes only']], ''));
    this.pause = button('Pause', () => {
      this.paused = !this.paused;
      this.pause.textContent = this.paused ? 'Resume' : 'Pause';
      this.draw();
    });
    this.account = h('select', {onchange: () => this.draw()}, options([['', 'all accounts'], [here().account, here().account]], ''));
    this.rows = h('div', {class: 'calls', role: 'log', 'aria-label': 'Calls', 'aria-live': 'off'});
    this.heard = h('p', {class: 'hidden', role: 'status'});
    this.principal = h('select', {});
    this.policy = h('div', {class: 'result', 'aria-live': 'polite'});
    this.element = h('div', {},
      h('div', {class: 'head'}, h('h1', {}, title), h('div', {class: 'buttons'}, this.pause, button('Forget all calls', async () => {
        if (!confirm('Forget the calls of all accounts?')) return;
        await control('DELETE', 'requests');
        this.calls = [];
        this.draw();
      }))),
      h('div', {class: 'card fields'}, field('Filter', this.text, 'grow'), field('Account', this.account), field('Show', this.which)),
      this.rows, this.heard,
      card('Least-privilege policy', h('p', {class: 'muted'}, 'The policy that the logged calls of a principal need, and no more. Denied calls count too.'),
        h('div', {class: 'fields'}, field('Principal', this.principal, 'grow'), button('Write the policy for these calls', () => this.write(), 'primary')), this.policy),
      cli(`curl -N ${location.origin}/_vpclocal/requests/stream`, `curl ${location.origin}/_vpclocal/requests?denied=true`, 'aws sts get-caller-identity'));
  }

  async read() {
    const known = await control('GET', 'requests', undefined, {limit: String(KEPT)});
    const ids = new Set(this.calls.map(call => call.requestId));
    this.calls = [...this.calls, ...known.filter(call => !ids.has(call.requestId))];
    this.draw();
  }

  add(call) {
    if (this.calls.some(one => one.requestId === call.requestId)) return;
    this.calls = [call, ...this.calls].slice(0, KEPT);
    if (denied(call)) this.heard.textContent = `${call.action} of ${short(call.caller)} was denied.`;
    if (this.paused) return;
    // Not put off by every call: under load there would be no end to that.
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.draw();
    }, 100);
  }

  fits(call) {
    const kinds = {denied, failed: one => one.error !== null, write: one => !/^(Describe|Get|List|Filter)/.test(one.action)};
    const own = [call.caller, call.service, call.action, call.error, call.region, JSON.stringify(call.parameters),
      ...call.decisions.map(one => `${one.resource} ${one.statement} ${one.policy}`)].join(' ').toLowerCase();
    return (!this.account.value || call.account === this.account.value)
      && (kinds[this.which.value]?.(call) ?? true) && this.text.value.toLowerCase().split(/\s+/).every(word => own.includes(word));
  }

  draw() {
    const found = this.calls.filter(call => this.fits(call));
    const focused = document.activeElement?.closest('.call')?.dataset.id;
    this.rows.replaceChildren(...found.length ? found.slice(0, SHOWN).map(call => this.row(call)) : [this.empty()]);
    if (focused) this.rows.querySelector(`[data-id="${CSS.escape(focused)}"] summary`)?.focus();
    const callers = [...new Set(this.calls.map(call => call.caller))]
      .sort((a, b) => a.endsWith(':root') - b.endsWith(':root') || a.localeCompare(b));
    const chosen = this.principal.value;
    this.principal.replaceChildren(...options(callers, callers.includes(chosen) ? chosen : callers[0]));
  }

  empty() {
    return h('div', {class: 'empty'},
      h('h2', {}, this.calls.length ? 'No call fits the filter' : 'No call yet'),
      h('p', {}, 'Calls of SDKs, the AWS CLI and Terraform appear here at once. Try:'),
      h('pre', {}, `aws --endpoint-url ${location.origin} ec2 describe-vpcs`));
  }

  row(call) {
    const refused = denied(call);
    const reason = call.decisions.find(one => !one.allowed) ?? call.decisions.find(one => one.statement !== null);
    return h('details', {
      class: `call${refused ? ' denied' : ''}`, 'data-id': call.requestId, open: this.open.has(call.requestId),
      ontoggle: event => event.target.open ? this.open.add(call.requestId) : this.open.delete(call.requestId),
    },
    h('summary', {},
      h('time', {datetime: call.time}, call.time.slice(11, 19)),
      h('span', {class: 'who'}, short(call.caller)),
      h('span', {class: 'what'}, `${call.service}:${call.action}`),
      badge(refused ? 'denied' : call.error ?? 'ok'),
      h('span', {class: 'by muted'}, by(reason, refused, call.caller.endsWith(':root')))),
    facts([['Region', call.region], ['Request id', code(call.requestId)], ['Took', `${(call.durationMicros / 1000).toFixed(1)} ms`],
      ['Error', call.error ? `${call.error}: ${call.message.split(ENCODED)[0]}` : null],
      ...Object.entries(call.parameters).map(([name, value]) => [name, parameter(value)])]),
    encoded(call),
    call.decisions.length ? table('Decisions', ['Permission', 'Resource', 'Decision', 'Statement', 'Policy'], call.decisions.map(one =>
      [one.action, code(one.resource), badge(one.allowed ? 'allowed' : 'denied'), one.statement ?? '', one.policy ?? one.reason])) : null);
  }

  async write() {
    const principal = this.principal.value;
    if (!principal) return say('There is no call yet.', true);
    const policy = await control('GET', 'iam/policy', undefined, {principal});
    const text = JSON.stringify(policy, null, 2);
    const user = principal.match(/:user\/(?:.*\/)?([^/]+)$/)?.[1];
    this.policy.replaceChildren(copyable(text), user
      ? copyable(`aws iam put-user-policy --user-name ${quoted(user)} --policy-name least-privilege --policy-document ${quoted(JSON.stringify(policy))}`) : '');
    return null;
  }
}

/** Lists and objects as they were sent; short ones on one line. */
function parameter(value) {
  if (typeof value === 'string') return value;
  const line = JSON.stringify(value);
  return line.length <= 60 ? code(line) : h('pre', {}, JSON.stringify(value, null, 2));
}

function by(decision, refused, root) {
  if (!decision) return root ? 'root user' : 'no policy asked';
  if (!refused) return `statement ${decision.statement} of ${decision.policy ?? 'a policy'}`;
  return decision.statement === null ? decision.reason || 'no statement allows it' : `statement ${decision.statement} of ${decision.policy}`;
}
