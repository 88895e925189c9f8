// Finds the nodes of the map that a flow's hops stand for.

import {shortService} from './network.js';

/** @returns keys of nodes in order, the one that stops the flow or null, the VPCs involved, and the ids of what decided */
export function way(network, flow, answer) {
  const keys = [];
  const ids = [];
  let vpc = null;
  const add = key => {
    if (key && network.nodes.has(key) && keys.at(-1) !== key) keys.push(key);
  };
  const subnetOf = one => one && `${one.VpcId}/${one.SubnetId}`;
  const visit = one => {
    if (!one) return;
    vpc = one.VpcId;
    add(subnetOf(one));
  };

  visit(network.interface(answer.request.hops[0]?.component) ?? byAddress(network, answer.request.source, null));
  for (const hop of answer.request.hops) {
    ids.push(...hop.component.split(', '));
    const [first] = hop.component.split(', ');
    if (first.startsWith('eni-')) {
      visit(network.interface(first));
    } else if (network.nodes.has(`${vpc}/${first}`)) {
      add(`${vpc}/${first}`);
    } else {
      const elsewhere = [...network.nodes.values()].find(node => node.id === first);
      if (elsewhere) {
        vpc = elsewhere.vpcId;
        add(elsewhere.key);
      }
    }
  }
  const {arrived} = answer.request;
  if (arrived) add(end(network, vpc, flow, keys));
  const target = byAddress(network, answer.request.destination, vpc);
  if (arrived && target) add(subnetOf(target));
  if (arrived) endpointOf(network, target).forEach(add);
  return {
    keys,
    stop: answer.allowed ? null : arrived ? decided(answer, keys) : keys.at(-1),
    vpcs: [...new Set(keys.map(key => key.split('/')[0]))],
    ids: [...new Set(ids)],
  };
}

/** What refused the API call or the answer, if it has a place on the map. */
function decided(answer, keys) {
  const [id] = (answer.stoppedAt?.component ?? '').split(', ');
  return keys.find(key => key.endsWith(`/${id}`)) ?? keys.at(-1);
}

function byAddress(network, address, vpc) {
  return network.raw.interfaces.find(one => (!vpc || one.VpcId === vpc)
    && ((one.PrivateIpAddresses ?? []).some(own => own.PrivateIpAddress === address)
      || (one.Ipv6Addresses ?? []).some(own => own.Ipv6Address === address)));
}

/** The service or the internet behind a gateway. */
function end(network, vpc, flow, keys) {
  const services = [...network.nodes.values()].filter(node => node.vpcId === vpc && node.kind === 'service');
  const last = keys.at(-1);
  const next = network.next.get(last) ?? [];
  const named = services.find(node => node.id === flow.destination || shortService(node.id) === flow.destination)
    ?? (network.nodes.get(last)?.kind === 'endpoint' ? services.find(node => next.includes(node.key)) : null);
  if (named && next.includes(named.key)) return named.key;
  return next.find(key => key.endsWith('/internet')) ?? null;
}

/** The interface endpoint that a network interface belongs to, and its service. */
function endpointOf(network, target) {
  const endpoint = target && network.raw.endpoints.find(one => one.NetworkInterfaceIds?.includes(target.NetworkInterfaceId));
  if (!endpoint) return [];
  const key = `${endpoint.VpcId}/${endpoint.VpcEndpointId}`;
  return [key, ...network.next.get(key) ?? []];
}
