create table vpn_connection (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  modified_at timestamp(6) with time zone,
  customer_gateway_id varchar(64) not null,
  vpn_gateway_id varchar(64),
  static_routes_only boolean not null,
  local_cidr varchar(64) not null,
  remote_cidr varchar(64) not null
);

create index vpn_connection_scope on vpn_connection (account, region, seq);
create index vpn_connection_customer_gateway on vpn_connection (customer_gateway_id);
create index vpn_connection_vpn_gateway on vpn_connection (vpn_gateway_id);

-- The two tunnels, with their options as JSON.
create table vpn_tunnel (
  connection_seq bigint not null references vpn_connection,
  position integer not null,
  outside_address varchar(64) not null unique,
  options varchar(16384) not null,
  primary key (connection_seq, position)
);

create table vpn_static_route (
  connection_seq bigint not null references vpn_connection,
  position integer not null,
  destination varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  primary key (connection_seq, position)
);
