create table ebs_volume (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  availability_zone varchar(32) not null,
  size_gib integer not null,
  volume_type varchar(16) not null,
  iops integer,
  throughput integer,
  encrypted boolean not null,
  kms_key_id varchar(2048),
  snapshot_id varchar(64) not null,
  instance_id varchar(64),
  device varchar(255),
  attached_at timestamp(6) with time zone,
  delete_on_termination boolean not null,
  modified_at timestamp(6) with time zone,
  original_size_gib integer,
  original_volume_type varchar(16),
  original_iops integer,
  original_throughput integer
);

create index ebs_volume_scope on ebs_volume (account, region, seq);
create index ebs_volume_instance on ebs_volume (instance_id);

-- An instance has at most one association, so a second one of a concurrent call fails.
create table instance_profile_association (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  instance_id varchar(64) not null unique,
  profile_arn varchar(2048) not null,
  profile_id varchar(32) not null,
  associated_at timestamp(6) with time zone not null
);

create index instance_profile_association_scope on instance_profile_association (account, region, seq);
