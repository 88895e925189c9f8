// What is known of a node of the map, beside it: rules of security groups and network ACLs, routes, policies, tags.

import {h, badge, code, facts, table} from './dom.js';
import {nameOf} from './network.js';
import {copyable} from './cli.js';

let before = null;

function close() {
  document.getElementById('drawer').replaceChildren();
  const again = before?.isConnected ? before : document.querySelector(`[data-key="${CSS.escape(before?.dataset.key ?? '')}"]`);
  again?.focus();
}

function open(title, ...content) {
  before = document.activeElement;
  const shut = h('button', {type: 'button', class: 'quiet', onclick: close}, 'Close');
  const drawer = h('aside', {
    class: 'drawer', 'aria-label': title, onkeydown: event => event.key === 'Escape' && close(),
  }, h('div', {class: 'head'}, h('h2', {}, title), shut), content);
  document.getElementById('drawer').replaceChildren(drawer);
  shut.focus();
}

export const closeDetails = () => document.getElementById('drawer').replaceChildren();

const tags = raw => raw.Tags?.length
  ? [h('h3', {}, 'Tags'), table('Tags', ['Key', 'Value'], raw.Tags.map(tag => [tag.Key, tag.Value]))] : null;

const peers = permission => [
  ...(permission.IpRanges ?? []).map(one => one.CidrIp),
  ...(permission.Ipv6Ranges ?? []).map(one => one.CidrIpv6),
  ...(permission.PrefixListIds ?? []).map(one => one.PrefixListId),
  ...(permission.UserIdGroupPairs ?? []).map(one => one.GroupId),
].join(', ');

function ports({IpProtocol, FromPort, ToPort}) {
  if (IpProtocol === '-1') return 'all traffic';
  if (FromPort === undefined || FromPort === null) return IpProtocol;
  return `${IpProtocol} ${FromPort === ToPort ? FromPort : `${FromPort}-${ToPort}`}`;
}

/** The rules of a security group. */
export function group(raw) {
  const rules = (title, permissions) => [h('h3', {}, title), permissions?.length
    ? table(title, ['Traffic', 'Peer'], permissions.map(one => [ports(one), peers(one)]))
    : h('p', {class: 'none'}, 'No rule, so nothing is allowed.')];
  return h('details', {class: 'rules'}, h('summary', {}, `${raw.GroupName} `, code(raw.GroupId)),
    rules('Inbound', raw.IpPermissions), rules('Outbound', raw.IpPermissionsEgress),
    copyable(`aws ec2 describe-security-groups --group-ids ${raw.GroupId}`));
}

const PROTOCOLS = {'-1': 'all traffic', 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6'};

function acl(raw) {
  const rows = egress => raw.Entries.filter(entry => entry.Egress === egress).sort((a, b) => a.RuleNumber - b.RuleNumber)
    .map(entry => [entry.RuleNumber === 32767 ? '*' : entry.RuleNumber,
      `${PROTOCOLS[entry.Protocol] ?? entry.Protocol}${entry.PortRange ? ` ${entry.PortRange.From}-${entry.PortRange.To}` : ''}`,
      entry.CidrBlock ?? entry.Ipv6CidrBlock, badge(entry.RuleAction === 'allow' ? 'allowed' : 'denied')]);
  return h('details', {class: 'rules'}, h('summary', {}, 'Network ACL ', code(raw.NetworkAclId)),
    ['Inbound', 'Outbound'].map((title, index) => [h('h3', {}, title),
      table(title, ['Rule', 'Traffic', 'Peer', 'Action'], rows(index === 1))]),
    copyable(`aws ec2 describe-network-acls --network-acl-ids ${raw.NetworkAclId}`));
}

function instance({Attachment}, network) {
  const found = network.instance(Attachment?.InstanceId);
  return found ? h('div', {}, 'Instance ', code(found.InstanceId), ` ${nameOf(found)} `, badge(found.State.Name)) : null;
}

function interfaces(found, network) {
  if (!found.length) return h('p', {class: 'none'}, 'No network interface.');
  return found.map(one => h('div', {class: 'item'},
    h('div', {}, code(one.NetworkInterfaceId), ' ', nameOf({Tags: one.TagSet}) || one.Description || ''),
    instance(one, network),
    h('div', {class: 'muted'}, [one.PrivateIpAddress, one.Association?.PublicIp, one.InterfaceType].filter(Boolean).join(' · ')),
    (one.Groups ?? []).map(member => network.raw.groups.find(other => other.GroupId === member.GroupId)).filter(Boolean).map(group),
    h('a', {href: `#/why?from=${one.NetworkInterfaceId}`}, 'Explain traffic from here')));
}

const VIEWS = {
  vpc: (node, network) => [
    facts([['Id', code(node.id)], ['CIDR blocks', node.detail], ['DHCP options', node.raw.DhcpOptionsId], ['Owner', node.raw.OwnerId]]),
    h('h3', {}, 'Security groups'), network.raw.groups.filter(one => one.VpcId === node.id).map(group),
    h('h3', {}, 'Network ACLs'), network.raw.acls.filter(one => one.VpcId === node.id).map(acl),
    copyable(`aws ec2 describe-vpcs --vpc-ids ${node.id}`)],
  subnet: (node, network) => [
    facts([['Id', code(node.id)], ['Zone', node.zone], ['CIDR block', node.detail], ['Free addresses', node.raw.AvailableIpAddressCount],
      ['Public addresses at launch', node.raw.MapPublicIpOnLaunch ? 'yes' : 'no']]),
    network.raw.acls.filter(one => one.Associations?.some(other => other.SubnetId === node.id)).map(acl),
    h('h3', {}, 'Network interfaces'),
    interfaces(network.raw.interfaces.filter(one => one.SubnetId === node.id), network),
    copyable(`aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=${node.id}`)],
  routes: node => [
    facts([['Id', code(node.id)], ['Main', node.main ? 'yes' : 'no']]),
    table('Routes', ['Destination', 'Target', 'State'], node.raw.Routes.map(route => [
      route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId,
      code(route.GatewayId ?? route.NatGatewayId ?? route.VpcPeeringConnectionId ?? route.EgressOnlyInternetGatewayId
        ?? route.NetworkInterfaceId ?? ''), badge(route.State)])),
    copyable(`aws ec2 describe-route-tables --route-table-ids ${node.id}`)],
  endpoint: (node, network) => [
    facts([['Id', code(node.id)], ['Type', node.raw.VpcEndpointType], ['State', badge(node.raw.State)],
      ['Service', node.raw.ServiceName], ['Private DNS', node.raw.PrivateDnsEnabled ? 'on' : 'off'],
      ['DNS names', (node.raw.DnsEntries ?? []).map(entry => h('div', {}, code(entry.DnsName)))]]),
    (node.raw.Groups ?? []).map(member => network.raw.groups.find(other => other.GroupId === member.GroupId)).filter(Boolean).map(group),
    node.raw.PolicyDocument ? [h('h3', {}, 'Policy'), h('pre', {}, pretty(node.raw.PolicyDocument))] : null,
    copyable(`aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${node.id}`)],
  peering: node => [
    facts([['Id', code(node.id)], ['Status', badge(node.raw.Status?.Code ?? node.state)], ['Message', node.raw.Status?.Message],
      ...[['Requester', node.raw.RequesterVpcInfo], ['Accepter', node.raw.AccepterVpcInfo]].filter(([, end]) => end).map(([title, end]) =>
        [title, [code(end.VpcId), ` ${end.CidrBlock ?? ''} of ${end.OwnerId} in ${end.Region}`]])]),
    copyable(`aws ec2 describe-vpc-peering-connections --vpc-peering-connection-ids ${node.id}`)],
  service: node => node.peer ? [
    facts([['VPC', code(node.id)], ['CIDR block', node.peer.CidrBlock], ['Owner', node.peer.OwnerId], ['Region', node.peer.Region]])] : [
    facts([['Service', code(node.id)]]),
    copyable(`aws ec2 describe-vpc-endpoint-services --service-names ${node.id}`)],
  gateway: node => [
    facts([['Id', code(node.id)], ['Kind', node.detail], ['State', node.state ? badge(node.state) : null], ['Subnet', node.raw.SubnetId]])],
};

/** Policies are shown as they are written, indented if they are JSON. */
export function pretty(document) {
  try {
    return JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
}

export function details(node, network) {
  const view = VIEWS[node.kind];
  const content = view ? view(node, network) : facts([['Id', code(node.id)], ['Kind', node.detail]]);
  open(node.name || node.title, content, tags(node.raw));
}
