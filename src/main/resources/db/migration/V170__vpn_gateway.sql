create table vpn_gateway (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  amazon_side_asn bigint not null,
  availability_zone varchar(32),
  vpc_id varchar(64),
  detached_at timestamp(6) with time zone
);

create index vpn_gateway_scope on vpn_gateway (account, region, seq);
create index vpn_gateway_vpc on vpn_gateway (vpc_id);

create table customer_gateway (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  bgp_asn bigint not null,
  ip_address varchar(64),
  certificate_arn varchar(2048),
  device_name varchar(255)
);

create index customer_gateway_scope on customer_gateway (account, region, seq);

-- The gateways whose routes are propagated to a table.
create table route_table_propagation (
  table_seq bigint not null references route_table,
  position integer not null,
  gateway_id varchar(64) not null,
  primary key (table_seq, position)
);

create index route_table_propagation_gateway on route_table_propagation (gateway_id);
