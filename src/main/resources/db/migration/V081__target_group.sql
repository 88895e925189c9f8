create table target_group (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  name varchar(32) not null,
  protocol varchar(16) not null,
  port integer not null,
  vpc_id varchar(64) not null,
  target_type varchar(16) not null,
  ip_address_type varchar(16) not null,
  check_protocol varchar(16) not null,
  check_port varchar(16) not null,
  check_path varchar(1024),
  check_matcher varchar(256),
  check_interval integer not null,
  check_timeout integer not null,
  healthy_threshold integer not null,
  unhealthy_threshold integer not null,
  constraint target_group_once unique (account, region, name)
);

create index target_group_scope on target_group (account, region, seq);

create table target_group_target (
  target_group_seq bigint not null references target_group,
  position integer not null,
  target_id varchar(64) not null,
  port integer not null,
  zone varchar(32),
  deregistered_at timestamp(6) with time zone,
  primary key (target_group_seq, position)
);

create table target_group_entity_attributes (
  resource_seq bigint not null references target_group,
  attribute_key varchar(256) not null,
  attribute_value varchar(1024) not null,
  primary key (resource_seq, attribute_key)
);

create table target_group_entity_tags (
  resource_seq bigint not null references target_group,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (resource_seq, tag_key)
);
