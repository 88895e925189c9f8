create sequence log_seq start with 1 increment by 50;

create table log_group (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  name varchar(512) not null,
  log_group_class varchar(32) not null,
  kms_key_id varchar(256),
  retention_in_days integer,
  expired_before bigint not null,
  deletion_protection boolean not null,
  created_at bigint not null,
  constraint log_group_name unique (account, region, name)
);

create table log_group_tag (
  group_seq bigint not null references log_group,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (group_seq, tag_key)
);

create table log_stream (
  seq bigint primary key,
  group_seq bigint not null references log_group,
  name varchar(512) not null,
  created_at bigint not null,
  first_event_at bigint not null,
  last_event_at bigint not null,
  last_ingested_at bigint not null,
  puts bigint not null,
  tail_chunk bigint,
  stored_bytes bigint not null,
  custom_bytes bigint not null,
  vended_bytes bigint not null,
  constraint log_stream_name unique (group_seq, name)
);

create index log_stream_last_event on log_stream (group_seq, last_event_at, name);

-- What streams had ingested when they were deleted: usage outlives them.
create table log_past_usage (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  group_name varchar(512) not null,
  log_group_class varchar(32) not null,
  custom_bytes bigint not null,
  vended_bytes bigint not null,
  constraint log_past_usage_group unique (account, region, group_name, log_group_class)
);
