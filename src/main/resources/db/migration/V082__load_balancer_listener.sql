create table load_balancer_listener (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  load_balancer_id varchar(64) not null,
  load_balancer_path varchar(64) not null,
  protocol varchar(16),
  port integer,
  ssl_policy varchar(256),
  certificate_arn varchar(2048),
  alpn_policy varchar(64),
  constraint load_balancer_listener_once unique (load_balancer_id, port)
);

create index load_balancer_listener_scope on load_balancer_listener (account, region, seq);

create table load_balancer_listener_target_group (
  listener_seq bigint not null references load_balancer_listener,
  position integer not null,
  target_group_id varchar(64) not null,
  weight integer,
  primary key (listener_seq, position)
);

create index load_balancer_listener_target_group_id on load_balancer_listener_target_group (target_group_id);

create table listener_entity_attributes (
  resource_seq bigint not null references load_balancer_listener,
  attribute_key varchar(256) not null,
  attribute_value varchar(1024) not null,
  primary key (resource_seq, attribute_key)
);

create table listener_entity_tags (
  resource_seq bigint not null references load_balancer_listener,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (resource_seq, tag_key)
);
