-- Blocks of a subnet that belong to a network interface as a whole.
create table network_interface_prefix (
  seq bigint primary key,
  interface_seq bigint not null references network_interface,
  subnet_id varchar(64) not null,
  prefix varchar(64) not null,
  constraint network_interface_prefix_once unique (subnet_id, prefix)
);

create index network_interface_prefix_interface on network_interface_prefix (interface_seq);

create table subnet_cidr_reservation (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  subnet_id varchar(64) not null,
  cidr varchar(64) not null,
  reservation_type varchar(16) not null,
  description varchar(255)
);

create index subnet_cidr_reservation_scope on subnet_cidr_reservation (account, region, seq);
create index subnet_cidr_reservation_subnet on subnet_cidr_reservation (subnet_id);

-- True if the subnet ever had a reservation or a delegated prefix. Other subnets are not asked for them.
alter table subnet add column divided boolean default false not null;
