// Endpoints as their consumers see them, and the services behind them with the connections they wait for.

import {h, badge, button, card, code, facts, say, table} from '../dom.js';
import {all, aws, here} from '../api.js';
import {nameOf} from '../network.js';
import {pretty} from '../details.js';
import {onChange} from '../stream.js';
import {cli, copyable} from '../cli.js';

export const title = 'Endpoints';

/** Which are open; it outlives the drawing. */
const opened = new Set();

function item(id, ...content) {
  return h('details', {
    class: 'item', open: opened.has(id), ontoggle: event => event.target.open ? opened.add(id) : opened.delete(id),
  }, content);
}

export async function show(main) {
  const place = h('div', {});
  main.replaceChildren(h('div', {class: 'head'}, h('h1', {}, 'Endpoints and services')), place,
    cli('aws ec2 describe-vpc-endpoints', 'aws ec2 describe-vpc-endpoint-service-configurations',
      'aws ec2 describe-vpc-endpoint-connections', 'aws ec2 describe-vpc-endpoint-services --query ServiceNames'));
  const draw = async () => {
    const [endpoints, services, connections] = await Promise.all([
      all('DescribeVpcEndpoints', 'VpcEndpoints'),
      all('DescribeVpcEndpointServiceConfigurations', 'ServiceConfigurations'),
      all('DescribeVpcEndpointConnections', 'VpcEndpointConnections'),
    ]);
    place.replaceChildren(waiting(connections, draw), consumed(endpoints), offered(services, connections, draw));
  };
  await draw();
  return onChange(here(), () => draw().catch(failure => say(failure.message, true)));
}

function decide(action, connection, draw) {
  return async () => {
    const answer = await aws('ec2', `${action}VpcEndpointConnections`,
      {ServiceId: connection.ServiceId, VpcEndpointIds: [connection.VpcEndpointId]});
    const failed = answer.Unsuccessful?.[0];
    if (failed) throw new Error(failed.Error.Message);
    say(`${connection.VpcEndpointId} is ${action === 'Accept' ? 'accepted' : 'rejected'}.`);
    await draw();
  };
}

const buttons = (connection, draw) => h('div', {class: 'buttons'},
  button('Accept', decide('Accept', connection, draw), 'primary'), button('Reject', decide('Reject', connection, draw)));

function waiting(connections, draw) {
  const open = connections.filter(one => one.VpcEndpointState === 'pendingAcceptance');
  return open.length ? card(`${open.length} connection${open.length === 1 ? '' : 's'} to accept or reject`,
    open.map(one => h('div', {class: 'item row'},
      h('div', {}, code(one.VpcEndpointId), ' of account ', code(one.VpcEndpointOwner), ' to ', code(one.ServiceId)), buttons(one, draw)))) : '';
}

function consumed(endpoints) {
  if (!endpoints.length) {
    return h('div', {class: 'empty'}, h('h2', {}, 'No endpoint yet'),
      h('pre', {}, `aws ec2 create-vpc-endpoint --vpc-id vpc-… --service-name com.amazonaws.${here().region}.s3 --route-table-ids rtb-…`));
  }
  return card('Endpoints', endpoints.map(one => item(one.VpcEndpointId,
    h('summary', {}, badge(one.State), ' ', h('strong', {}, nameOf(one) || one.ServiceName || one.VpcEndpointId), ' ',
      code(one.VpcEndpointId), h('span', {class: 'muted'}, [` ${one.VpcEndpointType}`, nameOf(one) && one.ServiceName ? `to ${one.ServiceName}` : '', `in ${one.VpcId}`].filter(Boolean).join(' '))),
    facts([['Service', one.ServiceName], ['Created', one.CreationTimestamp], ['Private DNS', one.PrivateDnsEnabled ? 'on' : 'off'],
      ['Route tables', one.RouteTableIds?.join(', ')], ['Subnets', one.SubnetIds?.join(', ')],
      ['Security groups', one.Groups?.map(group => group.GroupId).join(', ')],
      ['Interfaces', one.NetworkInterfaceIds?.join(', ')],
      ['Last error', one.LastError?.Message]]),
    one.DnsEntries?.length ? table('DNS names', ['DNS name', 'Hosted zone'], one.DnsEntries.map(entry => [code(entry.DnsName), entry.HostedZoneId])) : null,
    one.PolicyDocument ? [h('h3', {}, 'Policy'), h('pre', {}, pretty(one.PolicyDocument))] : null,
    copyable(`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${one.VpcEndpointId}`))));
}

function offered(services, connections, draw) {
  if (!services.length) {
    return h('div', {class: 'empty'}, h('h2', {}, 'No endpoint service of your own'),
      h('p', {}, 'Offer a network load balancer to other VPCs and accounts:'),
      h('pre', {}, 'aws ec2 create-vpc-endpoint-service-configuration --network-load-balancer-arns arn:… --acceptance-required'));
  }
  return card('Endpoint services', services.map(service => {
    const own = connections.filter(one => one.ServiceId === service.ServiceId);
    return item(service.ServiceId,
      h('summary', {}, badge(service.ServiceState), ' ', h('strong', {}, nameOf(service) || service.ServiceId), ' ', code(service.ServiceName),
        h('span', {class: 'muted'}, ` ${own.length} connection${own.length === 1 ? '' : 's'}`)),
      facts([['Acceptance', service.AcceptanceRequired ? 'required' : 'automatic'], ['Zones', service.AvailabilityZones?.join(', ')],
        ['Private DNS name', service.PrivateDnsName], ['DNS names', service.BaseEndpointDnsNames?.join(', ')],
        ['Load balancers', [...service.NetworkLoadBalancerArns ?? [], ...service.GatewayLoadBalancerArns ?? []].join(', ')]]),
      own.length ? table('Connections', ['Endpoint', 'Owner', 'State', 'Decide'], own.map(one =>
        [code(one.VpcEndpointId), one.VpcEndpointOwner, badge(one.VpcEndpointState), buttons(one, draw)]))
        : h('p', {class: 'none'}, 'No connection yet.'),
      copyable(`aws ec2 accept-vpc-endpoint-connections --service-id ${service.ServiceId} --vpc-endpoint-ids vpce-…`));
  }));
}
