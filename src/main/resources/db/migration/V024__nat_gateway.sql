create table nat_gateway (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  subnet_id varchar(64) not null,
  connectivity_type varchar(16) not null,
  network_interface_id varchar(64),
  private_ip varchar(64),
  allocation_id varchar(64),
  association_id varchar(64),
  public_ip varchar(64),
  failure_code varchar(64),
  failure_message varchar(255),
  ended_at timestamp(6) with time zone
);

create index nat_gateway_scope on nat_gateway (account, region, seq);
create index nat_gateway_vpc on nat_gateway (vpc_id);
create index nat_gateway_subnet on nat_gateway (subnet_id);
create index nat_gateway_allocation on nat_gateway (allocation_id);
