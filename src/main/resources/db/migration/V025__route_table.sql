create table route_table (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null
);

create index route_table_scope on route_table (account, region, seq);
create index route_table_vpc on route_table (vpc_id);

create table route (
  seq bigint primary key,
  table_seq bigint not null references route_table,
  destination varchar(64) not null,
  target varchar(64) not null,
  origin varchar(32) not null,
  constraint route_once unique (table_seq, destination)
);

create index route_destination on route (destination);
create index route_target on route (target);

create table route_table_association (
  seq bigint primary key,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  vpc_id varchar(64) not null,
  table_seq bigint not null references route_table,
  subnet_id varchar(64) unique,
  gateway_id varchar(64) unique,
  main_table boolean not null
);

create index route_table_association_table on route_table_association (table_seq);
create index route_table_association_vpc on route_table_association (vpc_id);
