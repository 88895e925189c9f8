create table subnet (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  cidr_block varchar(32),
  vpc_association_id varchar(64),
  ipv6_cidr_block varchar(64),
  ipv6_association_id varchar(64),
  vpc_ipv6_association_id varchar(64),
  availability_zone varchar(32) not null,
  availability_zone_id varchar(32) not null,
  default_for_az boolean not null,
  ipv6_native boolean not null,
  map_public_ip_on_launch boolean not null,
  assign_ipv6_address_on_creation boolean not null,
  dns64 boolean not null,
  hostname_type varchar(16) not null,
  resource_name_dns_a_record boolean not null,
  resource_name_dns_aaaa_record boolean not null
);

create index subnet_scope on subnet (account, region, seq);
create index subnet_vpc on subnet (vpc_id);
create index subnet_ipv6_association on subnet (ipv6_association_id);
