create table security_group_vpc (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  group_id varchar(64) not null,
  vpc_id varchar(64) not null
);

create index security_group_vpc_scope on security_group_vpc (account, region, seq);
create index security_group_vpc_group on security_group_vpc (group_id);
create index security_group_vpc_vpc on security_group_vpc (vpc_id);

create table network_interface_permission (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  interface_id varchar(64) not null,
  grantee varchar(12) not null,
  permission varchar(32) not null
);

create index network_interface_permission_scope on network_interface_permission (account, region, seq);
create index network_interface_permission_interface on network_interface_permission (interface_id);
