create table key_pair (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  name varchar(255) not null,
  key_type varchar(8) not null,
  fingerprint varchar(64) not null,
  public_key varchar(4000) not null,
  constraint key_pair_name unique (account, region, name)
);

create index key_pair_scope on key_pair (account, region, seq);
