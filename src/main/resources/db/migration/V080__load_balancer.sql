create table load_balancer (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  name varchar(32) not null,
  type varchar(16) not null,
  scheme varchar(16),
  vpc_id varchar(64) not null,
  ip_address_type varchar(16) not null,
  enforce_on_private_link varchar(8),
  ipv6_source_nat varchar(8),
  constraint load_balancer_once unique (account, region, name)
);

create index load_balancer_scope on load_balancer (account, region, seq);

create table load_balancer_subnet (
  load_balancer_seq bigint not null references load_balancer,
  position integer not null,
  subnet_id varchar(64) not null,
  zone varchar(32) not null,
  zone_id varchar(32) not null,
  network_interface_id varchar(64) not null,
  public_ip varchar(64),
  allocation_id varchar(64),
  private_ipv4 varchar(64),
  ipv6 varchar(64),
  primary key (load_balancer_seq, position)
);

create table load_balancer_group (
  load_balancer_seq bigint not null references load_balancer,
  position integer not null,
  group_id varchar(64) not null,
  primary key (load_balancer_seq, position)
);

create table load_balancer_entity_attributes (
  resource_seq bigint not null references load_balancer,
  attribute_key varchar(256) not null,
  attribute_value varchar(1024) not null,
  primary key (resource_seq, attribute_key)
);

create table load_balancer_entity_tags (
  resource_seq bigint not null references load_balancer,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (resource_seq, tag_key)
);
