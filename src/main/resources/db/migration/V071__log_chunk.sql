create sequence log_chunk_seq start with 1 increment by 50;

create table log_chunk (
  seq bigint primary key,
  group_seq bigint not null references log_group,
  stream_seq bigint not null references log_stream,
  earliest bigint not null,
  latest bigint not null,
  events integer not null,
  message_bytes bigint not null
);

create index log_chunk_group_earliest on log_chunk (group_seq, earliest, seq);
create index log_chunk_group_latest on log_chunk (group_seq, latest, seq);
create index log_chunk_stream_earliest on log_chunk (stream_seq, earliest, seq);
create index log_chunk_stream_latest on log_chunk (stream_seq, latest, seq);

-- Apart from the heads, so that looking for chunks does not read their events.
create table log_chunk_body (
  seq bigint primary key references log_chunk,
  block bytea not null
);

create table log_delivery (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  delivery_key varchar(256) not null,
  delivered_at bigint not null,
  constraint log_delivery_key unique (account, region, delivery_key)
);

create index log_delivery_age on log_delivery (delivered_at);
