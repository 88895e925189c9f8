-- Conditions and actions are JSON as the API has them.
create table load_balancer_rule (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  listener_id varchar(64) not null,
  listener_path varchar(128) not null,
  priority integer not null,
  conditions varchar(32000) not null,
  actions varchar(32000) not null
);

create index load_balancer_rule_scope on load_balancer_rule (account, region, seq);
create index load_balancer_rule_listener on load_balancer_rule (listener_id, priority);

create table load_balancer_rule_target_group (
  rule_seq bigint not null references load_balancer_rule,
  position integer not null,
  target_group_id varchar(64) not null,
  primary key (rule_seq, position)
);

create index load_balancer_rule_target_group_id on load_balancer_rule_target_group (target_group_id);

create table rule_entity_attributes (
  resource_seq bigint not null references load_balancer_rule,
  attribute_key varchar(256) not null,
  attribute_value varchar(1024) not null,
  primary key (resource_seq, attribute_key)
);

create table rule_entity_tags (
  resource_seq bigint not null references load_balancer_rule,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (resource_seq, tag_key)
);
