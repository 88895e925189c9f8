create table ec2_instance (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  reservation_id varchar(64) not null,
  launch_index integer not null,
  image_id varchar(255) not null,
  instance_type varchar(64) not null,
  key_name varchar(255),
  client_token varchar(64),
  vpc_id varchar(64) not null,
  subnet_id varchar(64) not null,
  availability_zone varchar(32) not null,
  public_address boolean not null,
  phase varchar(16) not null,
  phase_since timestamp(6) with time zone not null,
  launched_at timestamp(6) with time zone not null
);

create index ec2_instance_scope on ec2_instance (account, region, seq);
create index ec2_instance_reservation on ec2_instance (reservation_id);
