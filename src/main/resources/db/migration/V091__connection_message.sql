create table connection_message (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  notification_id varchar(64) not null,
  topic_arn varchar(512) not null,
  event varchar(16) not null,
  service_id varchar(64) not null,
  endpoint_id varchar(64) not null,
  endpoint_owner varchar(12) not null,
  text varchar(4000) not null,
  outcome varchar(16) not null,
  message_id varchar(100),
  failure varchar(1000)
);

create index connection_message_scope on connection_message (account, region, seq);
create index connection_message_account on connection_message (account, seq);
