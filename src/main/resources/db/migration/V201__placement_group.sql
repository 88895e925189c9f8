create table placement_group (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  name varchar(255) not null,
  strategy varchar(16) not null,
  partition_count integer,
  spread_level varchar(16),
  constraint placement_group_name unique (account, region, name)
);

create index placement_group_scope on placement_group (account, region, seq);

-- Instances that exist already are in no placement group.
alter table ec2_instance add column placement_group_id varchar(64);
alter table ec2_instance add column placement_group_name varchar(255);
alter table ec2_instance add column partition_number integer;
create index ec2_instance_placement_group on ec2_instance (placement_group_id);
