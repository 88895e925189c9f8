create table connection_notification (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  service_id varchar(64),
  endpoint_id varchar(64),
  service_region varchar(32) not null,
  topic_arn varchar(512) not null,
  events varchar(64) not null
);

create index connection_notification_scope on connection_notification (account, region, seq);
create index connection_notification_service on connection_notification (service_id);
create index connection_notification_endpoint on connection_notification (endpoint_id);
