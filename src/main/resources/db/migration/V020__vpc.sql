create table vpc (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  cidr_block varchar(32) not null,
  tenancy varchar(16) not null,
  dhcp_options_id varchar(64) not null,
  default_vpc boolean not null,
  dns_support boolean not null,
  dns_hostnames boolean not null,
  address_usage_metrics boolean not null
);

create index vpc_scope on vpc (account, region, seq);

create table vpc_cidr_block (
  vpc_seq bigint not null references vpc,
  position integer not null,
  association_id varchar(64) not null,
  cidr varchar(64) not null,
  primary key (vpc_seq, position)
);
