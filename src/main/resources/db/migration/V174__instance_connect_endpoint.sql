create table instance_connect_endpoint (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  subnet_id varchar(64) not null,
  availability_zone varchar(32) not null,
  availability_zone_id varchar(32) not null,
  interface_id varchar(64) not null,
  ip_address_type varchar(16) not null,
  preserve_client_ip boolean not null,
  dns_label varchar(16) not null
);

create index instance_connect_endpoint_scope on instance_connect_endpoint (account, region, seq);
create index instance_connect_endpoint_vpc on instance_connect_endpoint (vpc_id);

-- The reverse DNS name.
alter table elastic_ip add column ptr_record varchar(256);
