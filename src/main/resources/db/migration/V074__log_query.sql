create table log_query (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  query_id varchar(64) not null,
  query_text varchar(10000) not null,
  start_time bigint not null,
  end_time bigint not null,
  max_rows integer not null,
  caller varchar(2048) not null,
  status varchar(16) not null,
  created_at bigint not null,
  duration bigint not null,
  records_matched bigint not null,
  records_scanned bigint not null,
  bytes_scanned bigint not null,
  constraint log_query_id unique (query_id)
);

create index log_query_scope on log_query (account, region, created_at, seq);

create table log_query_group (
  query_seq bigint not null references log_query,
  position integer not null,
  group_name varchar(512) not null,
  primary key (query_seq, position)
);

create table log_query_result (
  query_seq bigint primary key references log_query,
  result_rows bytea not null
);

create table log_query_definition (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  definition_id varchar(64) not null,
  name varchar(255) not null,
  query_text varchar(10000) not null,
  query_language varchar(16) not null,
  modified_at bigint not null,
  constraint log_query_definition_id unique (definition_id)
);

create index log_query_definition_scope on log_query_definition (account, region, name);

create table log_query_definition_group (
  definition_seq bigint not null references log_query_definition,
  position integer not null,
  group_name varchar(512) not null,
  primary key (definition_seq, position)
);
