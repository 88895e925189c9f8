create table dhcp_options (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  default_of varchar(64) unique
);

create index dhcp_options_scope on dhcp_options (account, region, seq);

create table dhcp_option (
  options_seq bigint not null references dhcp_options,
  position integer not null,
  option_key varchar(64) not null,
  option_value varchar(1024) not null,
  primary key (options_seq, position)
);

create index vpc_dhcp_options on vpc (dhcp_options_id);
