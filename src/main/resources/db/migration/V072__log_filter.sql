create table log_metric_filter (
  seq bigint primary key,
  group_seq bigint not null references log_group,
  name varchar(512) not null,
  pattern varchar(1024) not null,
  regexes integer not null,
  metric_name varchar(255) not null,
  metric_namespace varchar(255) not null,
  metric_value varchar(100) not null,
  default_value double precision,
  unit varchar(32),
  transformed_logs boolean not null,
  field_selection varchar(2000),
  created_at bigint not null,
  constraint log_metric_filter_name unique (group_seq, name)
);

create table log_metric_dimension (
  filter_seq bigint not null references log_metric_filter,
  dimension_name varchar(255) not null,
  dimension_value varchar(255) not null,
  primary key (filter_seq, dimension_name)
);

create table log_metric_system_field (
  filter_seq bigint not null references log_metric_filter,
  position integer not null,
  field varchar(64) not null,
  primary key (filter_seq, position)
);

create table log_subscription_filter (
  seq bigint primary key,
  group_seq bigint not null references log_group,
  name varchar(512) not null,
  pattern varchar(1024) not null,
  regexes integer not null,
  destination_arn varchar(2048) not null,
  role_arn varchar(2048),
  distribution varchar(32) not null,
  transformed_logs boolean not null,
  field_selection varchar(2000),
  created_at bigint not null,
  constraint log_subscription_filter_name unique (group_seq, name)
);

create table log_subscription_system_field (
  filter_seq bigint not null references log_subscription_filter,
  position integer not null,
  field varchar(64) not null,
  primary key (filter_seq, position)
);
