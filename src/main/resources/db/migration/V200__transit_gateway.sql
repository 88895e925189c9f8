create table transit_gateway (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  description varchar(1024),
  amazon_side_asn bigint not null,
  auto_accept boolean not null,
  default_association boolean not null,
  default_propagation boolean not null,
  vpn_ecmp boolean not null,
  dns_support boolean not null,
  group_references boolean not null,
  multicast boolean not null,
  association_table_id varchar(64),
  propagation_table_id varchar(64)
);

create index transit_gateway_scope on transit_gateway (account, region, seq);

create table transit_gateway_cidr (
  gateway_seq bigint not null references transit_gateway,
  position integer not null,
  cidr varchar(64) not null,
  primary key (gateway_seq, position)
);

create table transit_gateway_attachment (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  transit_gateway_id varchar(64) not null,
  vpc_id varchar(64) not null,
  dns_support boolean not null,
  group_references boolean not null,
  ipv6_support boolean not null,
  appliance_mode boolean not null,
  route_table_id varchar(64)
);

create index transit_gateway_attachment_scope on transit_gateway_attachment (account, region, seq);
create index transit_gateway_attachment_vpc on transit_gateway_attachment (vpc_id);
create index transit_gateway_attachment_gateway on transit_gateway_attachment (transit_gateway_id);

create table transit_gateway_attachment_subnet (
  attachment_seq bigint not null references transit_gateway_attachment,
  position integer not null,
  subnet_id varchar(64) not null,
  zone_id varchar(32) not null,
  interface_id varchar(64) not null,
  primary key (attachment_seq, position)
);

create table transit_gateway_route_table (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  transit_gateway_id varchar(64) not null
);

create index transit_gateway_route_table_scope on transit_gateway_route_table (account, region, seq);

create table transit_gateway_propagation (
  table_seq bigint not null references transit_gateway_route_table,
  position integer not null,
  attachment_id varchar(64) not null,
  primary key (table_seq, position)
);

-- A route without an attachment is a black hole.
create table transit_gateway_route (
  table_seq bigint not null references transit_gateway_route_table,
  position integer not null,
  destination varchar(64) not null,
  attachment_id varchar(64),
  primary key (table_seq, position)
);
