create table network_interface (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  subnet_id varchar(64) not null,
  availability_zone varchar(32) not null,
  availability_zone_id varchar(32) not null,
  interface_type varchar(64) not null,
  description varchar(255) not null,
  mac_address varchar(17) not null,
  source_dest_check boolean not null,
  requester_id varchar(64),
  managed_by varchar(64),
  deny_all_igw_traffic boolean not null,
  tcp_established_timeout integer,
  udp_stream_timeout integer,
  udp_timeout integer,
  attachment_id varchar(64),
  attached_instance_id varchar(64),
  attached_instance_owner varchar(64),
  attached_device_index integer,
  attached_network_card_index integer,
  attached_at timestamp(6) with time zone,
  attached_delete_on_termination boolean
);

create index network_interface_scope on network_interface (account, region, seq);
create index network_interface_vpc on network_interface (vpc_id);
create index network_interface_subnet on network_interface (subnet_id);
create index network_interface_managed_by on network_interface (managed_by);
create index network_interface_attachment on network_interface (attachment_id);
create index network_interface_instance on network_interface (attached_instance_id);

create table network_interface_group (
  interface_seq bigint not null references network_interface,
  position integer not null,
  group_id varchar(64) not null,
  primary key (interface_seq, position)
);

create index network_interface_group_id on network_interface_group (group_id);

create table network_interface_address (
  seq bigint primary key,
  interface_seq bigint not null references network_interface,
  vpc_id varchar(64) not null,
  subnet_id varchar(64) not null,
  address varchar(64) not null,
  ipv4_number bigint,
  main boolean not null,
  public_ip varchar(64) unique,
  allocation_id varchar(64) unique,
  association_id varchar(64) unique,
  ip_owner_id varchar(64),
  constraint network_interface_address_once unique (subnet_id, address)
);

create index network_interface_address_interface on network_interface_address (interface_seq);
create index network_interface_address_number on network_interface_address (subnet_id, ipv4_number);
create index network_interface_address_vpc on network_interface_address (vpc_id, address);
