create table vpc_block_public_access (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  mode varchar(32) not null,
  mode_before varchar(32) not null,
  changed_at timestamp(6) with time zone not null,
  constraint vpc_block_public_access_once unique (account, region)
);

create table vpc_block_public_access_exclusion (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  resource_id varchar(64) not null,
  mode varchar(32) not null,
  mode_before varchar(32),
  changed_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone
);

create index vpc_block_public_access_exclusion_scope on vpc_block_public_access_exclusion (account, region, seq);
create index vpc_block_public_access_exclusion_resource on vpc_block_public_access_exclusion (resource_id);
