create table vpc_endpoint (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  endpoint_type varchar(32) not null,
  service_name varchar(255) not null,
  service_id varchar(64) not null,
  service_region varchar(32) not null,
  service_owner varchar(32) not null,
  policy_document varchar(20480),
  ip_address_type varchar(16) not null,
  dns_record_ip_type varchar(16) not null,
  private_dns boolean not null,
  private_dns_preference varchar(64),
  private_dns_domains varchar(2560),
  inbound_resolver_only boolean,
  dns_token varchar(8) not null,
  dns_base_name varchar(255),
  dns_wildcard boolean not null,
  prefix_list_id varchar(64),
  phase varchar(32) not null,
  phase_since timestamp(6) with time zone not null
);

create index vpc_endpoint_scope on vpc_endpoint (account, region, seq);
create index vpc_endpoint_vpc on vpc_endpoint (vpc_id, seq);
create index vpc_endpoint_service_name on vpc_endpoint (account, region, service_name, seq);
create index vpc_endpoint_type on vpc_endpoint (account, region, endpoint_type, seq);
create index vpc_endpoint_service on vpc_endpoint (service_id, seq);
create index vpc_endpoint_phase on vpc_endpoint (phase, phase_since);

create table vpc_endpoint_subnet (
  endpoint_seq bigint not null references vpc_endpoint,
  position integer not null,
  subnet_id varchar(64) not null,
  zone varchar(32) not null,
  network_interface_id varchar(64) not null,
  primary key (endpoint_seq, position)
);

create index vpc_endpoint_subnet_id on vpc_endpoint_subnet (subnet_id);

create table vpc_endpoint_group (
  endpoint_seq bigint not null references vpc_endpoint,
  position integer not null,
  group_id varchar(64) not null,
  group_name varchar(255) not null,
  primary key (endpoint_seq, position)
);

create index vpc_endpoint_group_id on vpc_endpoint_group (group_id);

create table vpc_endpoint_private_name (
  endpoint_seq bigint not null references vpc_endpoint,
  position integer not null,
  name varchar(255) not null,
  primary key (endpoint_seq, position)
);

create index vpc_endpoint_private_name_name on vpc_endpoint_private_name (name);
