create table lattice_resource (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  kind varchar(32) not null,
  arn varchar(255) not null,
  name varchar(64) not null
);

create index lattice_resource_scope on lattice_resource (account, region, seq);
create index lattice_resource_arn on lattice_resource (arn);

create table lattice_resource_share (
  resource_seq bigint not null references lattice_resource,
  position integer not null,
  shared_with varchar(12) not null,
  primary key (resource_seq, position)
);

create table lattice_resource_member (
  resource_seq bigint not null references lattice_resource,
  position integer not null,
  member_arn varchar(255) not null,
  primary key (resource_seq, position)
);
