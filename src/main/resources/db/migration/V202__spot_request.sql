create table spot_request (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  instance_id varchar(64) not null,
  availability_zone varchar(32) not null,
  product_description varchar(64) not null,
  max_price varchar(32),
  specification varchar(1000000) not null,
  state varchar(16) not null,
  status varchar(32) not null,
  status_since timestamp(6) with time zone not null
);

create index spot_request_scope on spot_request (account, region, seq);

-- Instances that exist already are no spot instances.
alter table ec2_instance add column spot_request_id varchar(64);
