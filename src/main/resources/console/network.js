// What an account has in a Region, as nodes and the connections between them.

import {all} from './api.js';

const DESCRIPTIONS = {
  vpcs: ['DescribeVpcs', 'Vpcs'],
  subnets: ['DescribeSubnets', 'Subnets'],
  routeTables: ['DescribeRouteTables', 'RouteTables'],
  internetGateways: ['DescribeInternetGateways', 'InternetGateways'],
  egressOnlyGateways: ['DescribeEgressOnlyInternetGateways', 'EgressOnlyInternetGateways'],
  natGateways: ['DescribeNatGateways', 'NatGateways'],
  peerings: ['DescribeVpcPeeringConnections', 'VpcPeeringConnections'],
  endpoints: ['DescribeVpcEndpoints', 'VpcEndpoints'],
  groups: ['DescribeSecurityGroups', 'SecurityGroups'],
  acls: ['DescribeNetworkAcls', 'NetworkAcls'],
  interfaces: ['DescribeNetworkInterfaces', 'NetworkInterfaces'],
  reservations: ['DescribeInstances', 'Reservations'],
};

export const nameOf = resource => resource.Tags?.find(tag => tag.Key === 'Name')?.Value || resource.GroupName || '';

/** s3 for com.amazonaws.us-east-1.s3 */
export const shortService = name => name.replace(/^(com\.amazonaws|aws\.api)(\.vpce)?\.[a-z0-9-]+\./, '');

const kindOf = target => target.startsWith('arn:') ? 'VPC Lattice' : /\.vpce\./.test(target) ? 'Endpoint service' : 'AWS service';

export async function load() {
  const entries = await Promise.all(Object.entries(DESCRIPTIONS)
    .map(async ([key, [action, member]]) => [key, await all(action, member)]));
  const {reservations, ...raw} = Object.fromEntries(entries);
  return build({...raw, instances: reservations.flatMap(one => one.Instances)});
}

class Builder {
  constructor(raw) {
    this.raw = raw;
    this.nodes = new Map();
    this.edges = [];
    this.linked = new Set();
  }

  add(id, kind, vpcId, column, raw, more = {}) {
    const node = {id, key: `${vpcId}/${id}`, kind, vpcId, column, raw, name: nameOf(raw), detail: '', title: id, ...more};
    this.nodes.set(node.key, node);
    return node;
  }

  link(vpcId, from, to) {
    const edge = {from: `${vpcId}/${from}`, to: `${vpcId}/${to}`};
    const name = `${edge.from} ${edge.to}`;
    if (!this.linked.has(name) && this.nodes.has(edge.from) && this.nodes.has(edge.to)) {
      this.linked.add(name);
      this.edges.push(edge);
    }
  }
}

function addPlaces(raw, builder) {
  for (const vpc of raw.vpcs) {
    const blocks = [...(vpc.CidrBlockAssociationSet ?? []).map(one => one.CidrBlock),
      ...(vpc.Ipv6CidrBlockAssociationSet ?? []).map(one => one.Ipv6CidrBlock)];
    builder.add(vpc.VpcId, 'vpc', vpc.VpcId, 0, vpc, {detail: blocks.join(', ')});
  }
  for (const subnet of [...raw.subnets].sort(order)) {
    const zone = subnet.AvailabilityZone;
    if (!builder.nodes.has(`${subnet.VpcId}/${zone}`)) {
      builder.add(zone, 'zone', subnet.VpcId, 1, {}, {detail: ''});
      builder.link(subnet.VpcId, subnet.VpcId, zone);
    }
    builder.add(subnet.SubnetId, 'subnet', subnet.VpcId, 1, subnet,
      {zone, detail: [subnet.CidrBlock, ...(subnet.Ipv6CidrBlockAssociationSet ?? []).map(one => one.Ipv6CidrBlock)].filter(Boolean).join(', ')});
    builder.link(subnet.VpcId, zone, subnet.SubnetId);
  }
}

const order = (a, b) => a.AvailabilityZone.localeCompare(b.AvailabilityZone)
  || (nameOf(a) || a.CidrBlock || '').localeCompare(nameOf(b) || b.CidrBlock || '', undefined, {numeric: true});

function addGateways(raw, builder) {
  for (const gateway of raw.internetGateways) {
    for (const {VpcId} of gateway.Attachments ?? []) {
      builder.add(gateway.InternetGatewayId, 'gateway', VpcId, 3, gateway, {detail: 'Internet gateway'});
      internet(VpcId, builder);
    }
  }
  for (const gateway of raw.egressOnlyGateways) {
    for (const {VpcId} of gateway.Attachments ?? []) {
      builder.add(gateway.EgressOnlyInternetGatewayId, 'gateway', VpcId, 3, gateway, {detail: 'Egress-only internet gateway'});
      internet(VpcId, builder);
    }
  }
  for (const nat of raw.natGateways.filter(one => one.State !== 'deleted')) {
    const address = nat.NatGatewayAddresses?.[0]?.PublicIp;
    builder.add(nat.NatGatewayId, 'gateway', nat.VpcId, 3, nat, {detail: `NAT gateway${address ? `, ${address}` : ', private'}`, state: nat.State});
    if (address) internet(nat.VpcId, builder);
  }
}

function internet(vpcId, builder) {
  if (!builder.nodes.has(`${vpcId}/internet`)) {
    builder.add('internet', 'internet', vpcId, 4, {}, {title: 'Internet', name: 'Internet'});
  }
}

function addEndpoints(raw, builder) {
  for (const endpoint of raw.endpoints) {
    const {VpcId, VpcEndpointId, VpcEndpointType} = endpoint;
    const target = endpoint.ServiceName ?? endpoint.ResourceConfigurationArn ?? endpoint.ServiceNetworkArn;
    builder.add(VpcEndpointId, 'endpoint', VpcId, 3, endpoint,
      {name: nameOf(endpoint) || shortService(target ?? ''), detail: `${VpcEndpointType} endpoint`, state: endpoint.State});
    if (target) {
      if (!builder.nodes.has(`${VpcId}/${target}`)) {
        builder.add(target, 'service', VpcId, 4, {}, {name: shortService(target), detail: kindOf(target), title: target});
      }
      builder.link(VpcId, VpcEndpointId, target);
    }
  }
}

const GONE = ['deleted', 'rejected', 'failed', 'expired'];

/** At each of its VPCs that is here: both, where one account has them in one Region. */
function addPeerings(raw, builder) {
  for (const peering of raw.peerings.filter(one => !GONE.includes(one.Status?.Code))) {
    const ends = [peering.RequesterVpcInfo, peering.AccepterVpcInfo];
    for (const [end, other] of [ends, [...ends].reverse()]) {
      const id = peering.VpcPeeringConnectionId;
      if (raw.vpcs.some(vpc => vpc.VpcId === end.VpcId)) {
        builder.add(id, 'peering', end.VpcId, 3, peering,
          {detail: 'Peering connection', state: peering.Status?.Code === 'active' ? '' : peering.Status?.Code});
        builder.add(other.VpcId, 'service', end.VpcId, 4, {},
          {name: vpcName(raw, other.VpcId), detail: ['VPC', other.CidrBlock].filter(Boolean).join(', '), peer: other});
        builder.link(end.VpcId, id, other.VpcId);
      }
    }
  }
}

const vpcName = (raw, id) => nameOf(raw.vpcs.find(vpc => vpc.VpcId === id) ?? {});

function addRoutes(raw, builder) {
  for (const table of raw.routeTables) {
    const main = table.Associations?.some(one => one.Main);
    builder.add(table.RouteTableId, 'routes', table.VpcId, 2, table,
      {detail: `${table.Routes?.length ?? 0} route${table.Routes?.length === 1 ? '' : 's'}${main ? ', main' : ''}`, main});
  }
  for (const table of raw.routeTables) {
    const explicit = (table.Associations ?? []).map(one => one.SubnetId).filter(Boolean);
    explicit.forEach(subnet => builder.link(table.VpcId, subnet, table.RouteTableId));
    for (const route of table.Routes ?? []) {
      const target = route.GatewayId ?? route.NatGatewayId ?? route.VpcEndpointId
        ?? route.EgressOnlyInternetGatewayId ?? route.VpcPeeringConnectionId ?? route.TransitGatewayId ?? route.NetworkInterfaceId;
      if (route.VpcPeeringConnectionId && !builder.nodes.has(`${table.VpcId}/${target}`)) {
        builder.add(target, 'peering', table.VpcId, 3, {}, {detail: 'Peering connection', state: route.State});
      }
      if (target && target !== 'local') builder.link(table.VpcId, table.RouteTableId, target);
    }
  }
  for (const subnet of raw.subnets) {
    const explicit = raw.routeTables.some(table => table.Associations?.some(one => one.SubnetId === subnet.SubnetId));
    const main = raw.routeTables.find(table => table.VpcId === subnet.VpcId && table.Associations?.some(one => one.Main));
    if (!explicit && main) builder.link(subnet.VpcId, subnet.SubnetId, main.RouteTableId);
  }
}

function addLinks(raw, builder) {
  for (const endpoint of raw.endpoints) {
    (endpoint.SubnetIds ?? []).forEach(subnet => builder.link(endpoint.VpcId, subnet, endpoint.VpcEndpointId));
  }
  for (const node of [...builder.nodes.values()].filter(one => one.kind === 'gateway')) {
    const open = node.raw.InternetGatewayId || node.raw.EgressOnlyInternetGatewayId || node.raw.NatGatewayAddresses?.[0]?.PublicIp;
    if (open) builder.link(node.vpcId, node.id, 'internet');
  }
}

function build(raw) {
  const builder = new Builder(raw);
  addPlaces(raw, builder);
  addGateways(raw, builder);
  addEndpoints(raw, builder);
  addPeerings(raw, builder);
  addRoutes(raw, builder);
  addLinks(raw, builder);
  return new Network(raw, builder.nodes, builder.edges);
}

/** Nodes by key, which is VPC and id: a service may stand behind several VPCs. */
export class Network {
  constructor(raw, nodes, edges) {
    this.raw = raw;
    this.nodes = nodes;
    this.edges = edges;
    this.next = new Map();
    this.previous = new Map();
    for (const {from, to} of edges) {
      this.next.set(from, [...(this.next.get(from) ?? []), to]);
      this.previous.set(to, [...(this.previous.get(to) ?? []), from]);
    }
  }

  /** The user's own VPCs first, default ones after them. */
  get vpcs() {
    return [...this.raw.vpcs].sort((a, b) => Number(a.IsDefault) - Number(b.IsDefault));
  }

  of(vpcId, column) {
    return [...this.nodes.values()].filter(node => node.vpcId === vpcId && node.column === column);
  }

  instance(id) {
    return this.raw.instances.find(one => one.InstanceId === id);
  }

  /** The network interfaces and instances of a subnet, as text to search in. */
  contents(subnetId) {
    this.texts ??= this.raw.interfaces.reduce((texts, one) => {
      const instance = this.instance(one.Attachment?.InstanceId);
      const words = [one.NetworkInterfaceId, one.PrivateIpAddress, one.Association?.PublicIp, nameOf({Tags: one.TagSet}),
        one.Description, instance?.InstanceId, nameOf(instance ?? {})];
      return texts.set(one.SubnetId, `${texts.get(one.SubnetId) ?? ''} ${words.filter(Boolean).join(' ')}`);
    }, new Map());
    return this.texts.get(subnetId) ?? '';
  }

  interface(id) {
    return this.raw.interfaces.find(one => one.NetworkInterfaceId === id);
  }

  /** The node and all that leads to it or follows from it. */
  related(key) {
    const found = new Set([key]);
    for (const ways of [this.next, this.previous]) {
      const open = [key];
      while (open.length) {
        for (const neighbour of ways.get(open.pop()) ?? []) {
          if (!found.has(neighbour)) {
            found.add(neighbour);
            open.push(neighbour);
          }
        }
      }
    }
    return found;
  }

  /** What a node is found by, in lower case. */
  words(node) {
    return [node.id, node.name, node.detail, ...(node.raw.Tags ?? []).map(tag => `${tag.Key}=${tag.Value}`),
      node.kind === 'subnet' ? this.contents(node.id) : ''].join(' ').toLowerCase();
  }

  /** Keys of nodes in which all words of a text occur, with what belongs to them; null without a text. */
  search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return null;
    const found = new Set();
    for (const node of this.nodes.values()) {
      const own = this.words(node);
      if (words.every(word => own.includes(word))) this.related(node.key).forEach(key => found.add(key));
    }
    return found;
  }
}
