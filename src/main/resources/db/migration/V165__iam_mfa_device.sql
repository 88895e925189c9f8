create table iam_mfa_device (
  entity_seq bigint primary key references iam_entity,
  device_id varchar(32) not null,
  seed bytea not null,
  user_id varchar(32),
  enabled_at timestamp(6) with time zone,
  last_step bigint not null
);

create index iam_mfa_device_user on iam_mfa_device (user_id);
