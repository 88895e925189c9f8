create table flow_log (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  monitored_id varchar(64) not null,
  traffic_type varchar(8) not null,
  destination_type varchar(32) not null,
  log_destination varchar(2048),
  log_group_name varchar(512),
  role_arn varchar(2048),
  log_format varchar(8000) not null,
  max_aggregation_interval integer not null,
  file_format varchar(16) not null,
  hive_compatible_partitions boolean not null,
  per_hour_partition boolean not null,
  fingerprint varchar(64) not null,
  request varchar(64) not null,
  deliver_error varchar(64),
  deliveries bigint not null,
  closed_until bigint not null,
  constraint flow_log_once unique (account, region, fingerprint)
);

create index flow_log_scope on flow_log (account, region, seq);
create index flow_log_request on flow_log (request);
create index flow_log_monitored on flow_log (account, region, monitored_id);
