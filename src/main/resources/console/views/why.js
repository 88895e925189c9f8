// Why traffic arrives or does not: the hops, their rules, and the way on the map.

import {h, button, badge, code, field, options, say} from '../dom.js';
import {control, here} from '../api.js';
import {load, nameOf} from '../network.js';
import {NetworkMap} from '../map.js';
import {cli, quoted} from '../cli.js';
import {advice} from '../advice.js';
import {way} from '../way.js';

export const title = 'Why';

const PROTOCOLS = ['tcp', 'udp', 'icmp', 'icmpv6'];

/** Reads "eni-1 to s3 443", "10.0.0.4 -> 10.0.1.5 udp 53", "eni-1 s3:443". */
export function question(text) {
  const parts = text.trim().match(/^(\S+?)\s+(?:(?:to|->|→)\s+)?(\S+?)(?:\s+(tcp|udp|icmp|icmpv6))?(?:[\s/]+(?:port\s+)?(\d{1,5}))?$/i);
  if (!parts) return null;
  const [, from, to, protocol, port] = parts;
  const joined = port || to.split(':').length !== 2 ? null : to.match(/^(.+):(\d{1,5})$/);
  return {from, to: joined ? joined[1] : to, protocol: (protocol ?? 'tcp').toLowerCase(), port: port ?? joined?.[2] ?? ''};
}

function form(network, ask) {
  const ends = [
    ...network.raw.instances.map(one => [one.InstanceId, [nameOf(one), one.PrivateIpAddress].filter(Boolean).join(' · ')]),
    ...network.raw.interfaces.map(one => [one.NetworkInterfaceId,
      [nameOf({Tags: one.TagSet}) || one.Description, one.PrivateIpAddress].filter(Boolean).join(' · ')]),
  ];
  const names = network.raw.endpoints.flatMap(one => (one.DnsEntries ?? []).map(entry => [entry.DnsName, one.VpcEndpointId]));
  const services = ['s3', 'dynamodb', 'kms', 'sqs', 'sns', 'secretsmanager', 'ssm', 'sts', 'logs'];
  const list = (id, values) => h('datalist', {id}, values.map(([value, text]) => h('option', {value}, text)));
  const input = (label, list, placeholder) => h('input', {list, placeholder, autocomplete: 'off', spellcheck: 'false', 'aria-label': label});
  const from = input('From', 'ends-from', 'eni-…, i-…, a Name or an address');
  const to = input('To', 'ends-to', 'eni-…, an address, a service or a DNS name');
  const protocol = h('select', {}, options(PROTOCOLS, 'tcp'));
  const port = h('input', {inputmode: 'numeric', maxlength: '5', size: '6', placeholder: '443'});
  const action = h('input', {placeholder: 's3:GetObject', autocomplete: 'off', spellcheck: 'false'});
  const resource = h('input', {placeholder: 'arn:aws:s3:::bucket/key', autocomplete: 'off', spellcheck: 'false'});
  const line = h('input', {type: 'search', placeholder: 'eni-… to s3 443', autocomplete: 'off', spellcheck: 'false'});

  const fill = asked => {
    from.value = asked.from;
    to.value = asked.to;
    protocol.value = asked.protocol;
    port.value = asked.port;
  };
  const submit = async event => {
    event?.preventDefault();
    if (line.value && document.activeElement === line) {
      const asked = question(line.value);
      if (!asked) return say('Write it as: eni-… to s3 443', true);
      fill(asked);
    }
    const ports = ['tcp', 'udp'].includes(protocol.value);
    return ask({
      source: from.value.trim(), destination: to.value.trim(), protocol: protocol.value,
      ...(ports ? {destinationPort: Number(port.value || 443)} : {}),
      ...(action.value ? {apiCall: {action: action.value, ...(resource.value ? {resource: resource.value} : {})}} : {}),
    });
  };
  const element = h('form', {class: 'card ask', onsubmit: submit},
    field('Ask', line, 'wide'),
    h('div', {class: 'fields'}, field('From', from, 'grow'), field('To', to, 'grow'), field('Protocol', protocol), field('Port', port, 'short'),
      h('button', {type: 'submit', class: 'primary'}, 'Explain')),
    h('details', {}, h('summary', {}, 'The API call in it, which endpoint policies allow or deny'),
      h('div', {class: 'fields'}, field('Action', action, 'grow'), field('Resource', resource, 'grow'))),
    list('ends-from', ends), list('ends-to', [...services.map(name => [name, 'AWS service']), ...ends, ...names]));
  return {element, fill, submit};
}

const STAGES = {
  NETWORK_INTERFACE: 'Network interface', SECURITY_GROUP_EGRESS: 'Security group, outbound', SECURITY_GROUP_INGRESS: 'Security group, inbound',
  NETWORK_ACL_EGRESS: 'Network ACL, outbound', NETWORK_ACL_INGRESS: 'Network ACL, inbound',
};

const stage = name => STAGES[name] ?? (name[0] + name.slice(1).toLowerCase().replaceAll('_', ' '));
const MARKS = {ALLOW: ['✓', 'allowed'], DENY: ['✕', 'denied'], SKIP: ['–', 'not evaluated']};

function hops(heading, path) {
  return [
    h('h3', {}, heading, h('span', {class: 'muted'}, ` ${path.source} → ${path.destination}`)),
    h('ol', {class: 'hops'}, path.hops.map(hop => h('li', {class: `hop ${hop.decision.toLowerCase()}`},
      h('span', {class: 'mark', role: 'img', 'aria-label': MARKS[hop.decision][1]}, MARKS[hop.decision][0]),
      h('div', {},
        h('div', {class: 'stage'}, stage(hop.stage), ' ', code(hop.component),
          hop.rule ? h('span', {class: 'rule'}, 'rule ', code(hop.rule)) : null),
        h('div', {class: 'muted'}, hop.text))))),
  ];
}

function records(flow, request, sent) {
  const place = h('div', {},
    flow.notCaptured ? h('p', {class: 'muted'}, `Flow logs never show it: ${flow.notCaptured}.`) : null,
    flow.records.map(record => h('div', {class: 'record'},
      h('div', {}, badge(record.action), ' ', code(record.interfaceId ?? '-'), h('span', {class: 'muted'}, ` ${record.direction.toLowerCase()}`)),
      code(record.record))));
  return h('section', {class: 'card', 'aria-label': 'Flow log records'},
    h('div', {class: 'head'}, h('h2', {}, sent ? 'Sent. Flow logs get these records' : 'What flow logs would get'),
      sent ? h('a', {class: 'button', href: '#/flowlogs'}, 'Flow logs')
        : button('Send it as traffic', request, 'primary')),
    place);
}

export async function show(main, query) {
  const network = await load();
  const result = h('div', {class: 'result', 'aria-live': 'polite'});
  let map = null;

  const ask = async (flow, sent = false) => {
    let answer;
    try {
      answer = (await control('POST', 'traffic', flow, {...here(), dryRun: String(!sent)})).flows[0];
    } catch (failure) {
      map?.close();
      result.replaceChildren(h('div', {class: 'verdict bad', role: 'alert'}, h('h2', {}, 'This flow is not possible'), h('p', {}, failure.message)));
      return;
    }
    map?.close();
    const found = way(network, flow, answer);
    map = new NetworkMap(network, {only: found.vpcs, path: found});
    result.replaceChildren(
      verdict(answer, flow), map.element,
      h('div', {class: 'pair'},
        h('section', {class: 'card', 'aria-label': 'Hops'}, h('h2', {}, 'Hop by hop'), hops('There', answer.request),
          answer.reply ? hops('Back', answer.reply) : null),
        records(answer, () => ask(flow, true), sent)),
      cli(`curl -H 'Content-Type: application/json' '${location.origin}/_vpclocal/traffic?dryRun=true&account=${here().account}&region=${here().region}' \\\n  -d ${quoted(JSON.stringify(flow))}`,
        ...found.ids.map(describe).filter(Boolean)));
    if (sent) say('Sent. Flow logs deliver the records when their window is over.');
  };

  const asked = form(network, ask);
  main.replaceChildren(h('div', {class: 'head'}, h('h1', {}, 'Why does it arrive, or not?')), asked.element, result);
  if (query.get('from')) {
    asked.fill({from: query.get('from'), to: query.get('to') ?? '', protocol: query.get('protocol') ?? 'tcp', port: query.get('port') ?? '443'});
    if (query.get('to')) await asked.submit();
  } else {
    result.replaceChildren(h('div', {class: 'empty'},
      h('h2', {}, 'Choose where the traffic starts and where it goes'),
      h('p', {}, 'Both are network interfaces or instances (by id or Name), addresses or AWS services. The destination can also be a DNS name, which the VPC of the source resolves. Nothing is sent until you say so.'),
      network.raw.interfaces.length ? null : h('div', {}, h('p', {}, 'There is no network interface yet:'),
        h('pre', {}, 'aws ec2 create-network-interface --subnet-id subnet-…'))));
  }
  return () => map?.close();
}

function verdict(answer, flow) {
  const hint = answer.allowed ? null : advice(answer, flow);
  return h('div', {class: `verdict ${answer.allowed ? 'good' : 'bad'}`},
    h('h2', {}, answer.allowed ? 'It arrives' : 'It stops'),
    h('p', {}, answer.allowed ? 'The request arrives and its answer comes back.' : sentence(answer.reason), ' ', answer.code ? code(answer.code) : null),
    hint ? h('p', {class: 'hint'}, h('strong', {}, 'Nearest to working: '), hint) : null,
    answer.nearest?.length ? h('ul', {class: 'nearest'}, answer.nearest.map(text => h('li', {}, text))) : null);
}

/** Ids keep their case. */
const sentence = text => `${/^[a-z]+-[0-9a-f]+/.test(text) ? text : text[0].toUpperCase() + text.slice(1)}.`;

const NOUNS = {
  eni: ['describe-network-interfaces', 'network-interface-ids'], sg: ['describe-security-groups', 'group-ids'],
  acl: ['describe-network-acls', 'network-acl-ids'], rtb: ['describe-route-tables', 'route-table-ids'],
  vpce: ['describe-vpc-endpoints', 'vpc-endpoint-ids'], nat: ['describe-nat-gateways', 'nat-gateway-ids'],
  igw: ['describe-internet-gateways', 'internet-gateway-ids'],
};

function describe(id) {
  const noun = NOUNS[id.split('-')[0]];
  return noun ? `aws ec2 ${noun[0]} --${noun[1]} ${id}` : null;
}
