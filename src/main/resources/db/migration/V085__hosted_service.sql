create table hosted_service (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  service_name varchar(255) not null unique,
  service_type varchar(32) not null,
  acceptance_required boolean not null,
  payer_responsibility varchar(32),
  private_dns_name varchar(255),
  private_dns_state varchar(32),
  verification_name varchar(32),
  verification_value varchar(32)
);

create index hosted_service_scope on hosted_service (account, region, seq);
create index hosted_service_region on hosted_service (region, seq);

create table hosted_service_load_balancer (
  service_seq bigint not null references hosted_service,
  position integer not null,
  arn varchar(512) not null,
  primary key (service_seq, position)
);

create index hosted_service_load_balancer_arn on hosted_service_load_balancer (arn);

create table hosted_service_address_type (
  service_seq bigint not null references hosted_service,
  position integer not null,
  address_type varchar(16) not null,
  primary key (service_seq, position)
);

create table hosted_service_supported_region (
  service_seq bigint not null references hosted_service,
  position integer not null,
  supported_region varchar(32) not null,
  primary key (service_seq, position)
);
