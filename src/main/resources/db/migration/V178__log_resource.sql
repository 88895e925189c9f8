-- Destinations, delivery sources, delivery destinations, deliveries and anomaly detectors. The definition is JSON as the
-- API describes the resource.
create table log_resource (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  kind varchar(32) not null,
  name varchar(512) not null,
  definition varchar(32000) not null,
  policy varchar(51200),
  constraint log_resource_name unique (account, region, kind, name)
);

create table log_resource_tag (
  resource_seq bigint not null references log_resource,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (resource_seq, tag_key)
);
