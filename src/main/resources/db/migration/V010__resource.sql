create sequence resource_seq start with 1 increment by 50;

create table tag (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  resource_id varchar(64) not null,
  resource_type varchar(64) not null,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  constraint tag_once unique (account, region, resource_id, tag_key)
);

create table client_token (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  action varchar(128) not null,
  token varchar(64) not null,
  fingerprint varchar(64) not null,
  resource_id varchar(64) not null,
  constraint client_token_once unique (account, region, action, token)
);
